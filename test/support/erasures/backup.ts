import type { TestDatabase } from '../test-database.js';

type Database = Pick<TestDatabase, 'query'>;

interface Table {
  name: string;
  columns: string;
}

/** Tables with the columns that can be written. */
function tablesOf(database: Database): Promise<Table[]> {
  return database.query<Table>(
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1`,
  );
}

/** Keeps all rows as they are now. */
export async function backUp(database: Database): Promise<void> {
  await database.query('create schema backup');
  for (const { name } of await tablesOf(database))
    await database.query(`create table backup.${name} as table public.${name}`);
}

/** Puts all rows back as they were, as a restore does: without triggers and checks of keys. */
export async function restore(database: Database): Promise<void> {
  await database.query(`set session_replication_role = 'replica'`);
  for (const { name, columns } of await tablesOf(database)) {
    await database.query(`delete from public.${name}`);
    await database.query(
      `insert into public.${name} (${columns}) overriding system value select ${columns} from backup.${name}`,
    );
  }
  await database.query(`set session_replication_role = 'origin'`);
  await database.query('drop schema backup cascade');
}
