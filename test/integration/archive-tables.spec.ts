import {
  ARCHIVE_TABLES,
  type ArchiveTable,
  LEFT_OUT,
} from '../../src/transfer/archive/archive-tables.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** A merged post may precede its target, so this constraint is checked at the end. */
const CHECKED_AT_THE_END = ['posts_merged_fkey'];

describe('what the export of the whole site holds', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const columns = () =>
    database.query<{ table: string; column: string; made: boolean }>(
      `select c.relname as table, a.attname as column, a.attgenerated <> '' or a.attidentity <> '' as made
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`,
    );

  const isExported = (table: string, column: string) =>
    ARCHIVE_TABLES.some(({ name, columns: of }) => name === table && of.includes(column));
  const isLeftOut = (table: string, column: string) =>
    Object.hasOwn(LEFT_OUT, table) || Object.hasOwn(LEFT_OUT, `${table}.${column}`);

  it('is said of every table and column of the schema: it leaves, or stays for a reason', async () => {
    const wrong = (await columns()).filter(
      ({ table, column }) => isExported(table, column) === isLeftOut(table, column),
    );
    expect(wrong.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
    expect(Object.values(LEFT_OUT).filter((reason) => reason.length < 20)).toEqual([]);
  });

  it('names nothing that there is not', async () => {
    const there = new Set(
      (await columns()).flatMap(({ table, column }) => [table, `${table}.${column}`]),
    );
    const named = ARCHIVE_TABLES.flatMap((table) =>
      [...table.columns, ...table.key].map((column) => `${table.name}.${column}`),
    );
    expect([...named, ...Object.keys(LEFT_OUT)].filter((name) => !there.has(name))).toEqual([]);
  });

  it('has no column that the database numbers itself, so no sequence has to be set', async () => {
    const made = (await columns()).filter(
      ({ table, column, made: byDatabase }) => byDatabase && isExported(table, column),
    );
    expect(made).toEqual([]);
    const defaults = await database.query(
      `select adrelid::regclass::text from pg_attrdef 
       where pg_get_expr(adbin, adrelid) like '%nextval%' and adrelid <> 'migrations'::regclass`,
    );
    expect(defaults).toEqual([]);
  });

  it('names each table behind those that it refers to, and orders its rows by their whole key', async () => {
    const references = await database.query<{ name: string; from: string; to: string }>(
      `select conname as name, conrelid::regclass::text as from, confrelid::regclass::text as to
       from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
    );
    const place = (table: string) => ARCHIVE_TABLES.findIndex(({ name }) => name === table);
    const wrong = references.filter(
      ({ name, from, to }) =>
        place(from) >= 0 && !CHECKED_AT_THE_END.includes(name) && place(to) >= place(from),
    );
    expect(wrong).toEqual([]);
    const keys = await database.query<{ table: string; key: string }>(
      `select conrelid::regclass::text as table, (select string_agg(attname, ', ' order by place)
         from unnest(conkey) with ordinality as part (number, place)
         join pg_attribute on attrelid = conrelid and attnum = number) as key
       from pg_constraint where contype = 'p' and connamespace = current_schema()::regnamespace`,
    );
    const primary = new Map(keys.map(({ table, key }) => [table, key]));
    const keyOf = ({ key }: ArchiveTable) => key.join(', ');
    expect(ARCHIVE_TABLES.filter((table) => keyOf(table) !== primary.get(table.name))).toEqual([]);
  });
});
