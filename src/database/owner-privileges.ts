import type { Client } from 'pg';

/** The owner's privileges: other roles may only append to the log of decisions, and not migrate. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  decisions: ['UPDATE', 'DELETE', 'TRUNCATE'],
  migrations: ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'],
};

/**
 * Revokes the owner's privileges from all other roles, which may have them by default privileges of
 * the database. A role that does not own the tables changes nothing.
 */
export async function keepOwnerPrivileges(client: Client): Promise<void> {
  for (const [table, privileges] of Object.entries(KEPT)) {
    const { rows } = await client.query<{ statement: string }>(
      `select format('revoke %s on %I from %s', a.privilege_type, c.relname,
         case a.grantee when 0 then 'public' else a.grantee::regrole::text end) as statement
       from pg_class c, aclexplode(c.relacl) a
       where c.oid = to_regclass($1) and a.grantee <> c.relowner and a.privilege_type = any($2)
         and pg_has_role(c.relowner, 'usage')`,
      [table, privileges],
    );
    for (const { statement } of rows) await client.query(statement);
  }
}
