import type { Client } from 'pg';
import { type Connection, openPool } from './connection.js';

/** The schema of graphile-worker, with the queue of jobs. */
export const QUEUE_SCHEMA = 'graphile_worker';

/** The newest of the library's migrations. A start that finds it does not load the library. */
export const QUEUE_VERSION = 19;

/**
 * Updates the queue's schema by the library's own migrations, and opens it to the roles that write
 * to our tables. The caller holds the lock of the migrations. If the schema is up to date, nothing
 * is written, so that a role that owns nothing, and a standby, can run this.
 */
export async function installQueue(connection: Connection, guard: Client): Promise<void> {
  if ((await versionOf(guard)) !== QUEUE_VERSION) await runMigrationsOfLibrary(connection);
  await openQueue(guard);
}

async function versionOf(guard: Client): Promise<number | null> {
  const table = `${QUEUE_SCHEMA}.migrations`;
  const found = await guard.query('select 1 where to_regclass($1) is not null', [table]);
  if (!found.rowCount) return null;
  const { rows } = await guard.query<{ id: number }>(`select max(id) as id from ${table}`);
  return rows[0].id;
}

async function runMigrationsOfLibrary(connection: Connection): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const pool = openPool(connection, 'migration', 1);
  // The library warns about a pool without a listener. Here each client has one.
  pool.on('connect', () => undefined);
  try {
    const logger = new Logger(() => () => undefined);
    await runMigrations({ pgPool: pool, schema: QUEUE_SCHEMA, logger });
  } finally {
    await pool.end();
  }
}

/**
 * The tables of the library are invisible to other roles (row level security without a policy), to
 * prevent accidental reads. The service uses such a role, so only privileges decide here.
 */
async function openQueue(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(STATEMENTS, [QUEUE_SCHEMA]);
  for (const { statement } of rows) await client.query(statement);
}

/**
 * The statements that the owner still has to run. The roles are those that may write to `users`;
 * they only read `migrations`. The metrics of the queue and the list of failed jobs have their own
 * indexes, because those of the library are for taking jobs.
 */
const STATEMENTS = `
  with queue as (
    select oid, nspname from pg_namespace where nspname = $1::text and pg_has_role(nspowner, 'usage')
  ), tables as (
    select c.oid, c.oid::regclass as name, c.relrowsecurity,
      case when c.relname = 'migrations' then 'select' else 'select, insert, update, delete' end as privileges
    from pg_class c join queue on queue.oid = c.relnamespace where c.relkind in ('r', 'v')
  ), indexes (name, parts) as (
    values ('colloquy_jobs_due', '(run_at) where is_available'),
      ('colloquy_jobs_failed', '(id) where attempts >= max_attempts and locked_at is null')
  ), roles as (
    select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end as name,
      case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end as plain
    from pg_class c, aclexplode(c.relacl) a
    where c.oid = to_regclass('users') and a.grantee <> c.relowner and a.privilege_type = 'INSERT'
  )
  select format('alter table %s disable row level security', name) as statement from tables where relrowsecurity
  union all
  select format('create index %I on %s %s', indexes.name, tables.name, parts) from tables, indexes
  where tables.oid = to_regclass(format('%I._private_jobs', $1::text))
    and to_regclass(format('%I.%I', $1::text, indexes.name)) is null
  union all
  select format('grant usage on schema %I to %s', nspname, roles.name) from queue, roles
  where not has_schema_privilege(roles.plain, queue.oid, 'usage')
  union all
  select format('grant %s on %s to %s', privileges, tables.name, roles.name) from tables, roles
  where exists (
    select 1 from unnest(string_to_array(privileges, ', ')) as wanted
    where not has_table_privilege(roles.plain, tables.oid, wanted))`;
