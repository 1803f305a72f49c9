import type { TestDatabase } from '../test-database.js';
import { CANARY } from './planting.js';

/** Text columns without user text: fixed words, or set by services only. Evidence has its test. */
const WORDS =
  /^(users\.(standing|language)|account_proofs\.(language|way)|canned_reasons\.|limit_counts\.|signals\.|notices\.|erasures\.|votes\.|posts\.|post_updates\.|subscriptions\.|notifications\.|notification_preferences\.|imported_addresses\.|decisions\.|evidence_(holds|texts)\.|bulk_jobs\.(action|reason|rule|rest)|comment_flags\.(reason|state)|user_flags\.(reason|state)|comments\.(removed_by|removal_reason|foreign_id|quotes)|statements\.language|users\.username)/;

/** Columns that may hold user text according to the schema, but hold no canary. */
export async function listUnplanted({ query }: Pick<TestDatabase, 'query'>): Promise<string[]> {
  const columns = await query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'text[]'::regtype)
       and col_description(c.oid, a.attnum) <> 'personal: none'`,
  );
  const unplanted: string[] = [];
  for (const { table, column } of columns) {
    const name = `${table}.${column}`;
    if (WORDS.test(name)) continue;
    const rows = await query(`select 1 from ${table} t where t.${column}::text ~ $1 limit 1`, [
      CANARY,
    ]);
    if (rows.length === 0) unplanted.push(name);
  }
  return unplanted;
}
