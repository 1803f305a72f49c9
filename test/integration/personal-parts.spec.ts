import { PARTS } from '../../src/privacy/parts.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const TABLES = Object.assign({}, ...Object.values(PARTS)) as (typeof PARTS)[string];

interface Column {
  table: string;
  column: string;
  tells: string | null;
  /** Whether it is a foreign key to an account. */
  names: boolean;
}

/** Whether an erasure skips the column without a documented reason. */
function uncovered({ table, column, names }: Column): boolean {
  const part = TABLES[table];
  if (!part) return true;
  if (part.stays && column in part.stays) return false;
  // A column with an account's id must be covered by a condition of the erasure.
  if (names) return !part.erasing.some(({ where }) => where.startsWith(`${column} = $1`));
  return !part.erasing.some(({ erase }) => erase === 'delete' || column in erase);
}

describe('what is kept about people', () => {
  let database: TestDatabase;
  let columns: Column[];
  beforeAll(async () => {
    database = await createTestDatabase();
    columns = await database.query<Column>(
      `select c.relname as table, a.attname as column,
         substring(col_description(c.oid, a.attnum) from 'personal: (.*)') as tells,
         exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
           and k.confrelid = 'users'::regclass and a.attnum = any(k.conkey)) as names
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
       order by 1, a.attnum`,
    );
  });
  afterAll(() => database.drop());

  it('has a class in every column', () => {
    expect(columns.filter(({ tells }) => tells === null)).toEqual([]);
  });

  it('has a part of its room that says what an erasure does to it', () => {
    const personal = columns.filter(({ tells }) => tells !== 'none');
    expect(personal.length).toBeGreaterThan(200);
    const left = personal.filter(uncovered).map(({ table, column }) => `${table}.${column}`);
    expect(left).toEqual([]);
  });

  it('is named in no part that is not there', () => {
    const there = new Set(columns.flatMap(({ table, column }) => [table, `${table}.${column}`]));
    const named = Object.entries(TABLES).flatMap(([table, { erasing, stays = {}, told }]) => [
      table,
      ...Object.keys(stays).map((column) => `${table}.${column}`),
      ...erasing.flatMap(({ erase }) =>
        erase === 'delete' ? [] : Object.keys(erase).map((column) => `${table}.${column}`),
      ),
      ...(typeof told === 'string' ? [] : told.columns.map((column) => `${table}.${column}`)),
    ]);
    expect(named.filter((name) => !there.has(name))).toEqual([]);
    expect(Object.values(PARTS).flatMap(Object.keys)).toHaveLength(Object.keys(TABLES).length);
  });

  it('can be erased and read by what the parts say', async () => {
    for (const [table, { erasing, told }] of Object.entries(TABLES)) {
      for (const { where } of erasing)
        await database.query(`select from ${table} where ${where}`, [NOBODY]);
      if (typeof told === 'string') continue;
      const columnsTold = told.columns.join(', ');
      const text = `select ${columnsTold} from ${table} where ${told.where} order by ${told.by}`;
      await database.query(text, [NOBODY]);
    }
  });

  it('is found by an index for an erasure, except what lasts for moments', async () => {
    await database.query('set enable_seqscan = off');
    const read: string[] = [];
    for (const [table, { erasing }] of Object.entries(TABLES))
      for (const { where } of erasing) {
        const plan = await database.query<{ 'QUERY PLAN': string }>(
          `explain (generic_plan) select ctid from ${table} where ${where} limit 500`,
        );
        if (plan.some((row) => row['QUERY PLAN'].includes('Seq Scan'))) read.push(table);
      }
    await database.query('set enable_seqscan = on');
    expect(read).toEqual(['proof_requests']);
  });

  it('is told to nobody who is somebody else', () => {
    const secrets = columns.filter(({ tells }) => tells === 'secret');
    for (const { table, column } of secrets) {
      const told = TABLES[table].told;
      if (typeof told !== 'string') expect(told.columns).not.toContain(column);
    }
  });
});

const NOBODY = '0199a5e2-7d3c-7c1e-8a55-3f9d2f5b7c11';
