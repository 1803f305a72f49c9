import { ARCHIVE_TABLES } from '../../src/transfer/archive/archive-tables.js';
import type { TestDatabase } from './test-database.js';

interface Column {
  name: string;
  type: string;
  /** The referenced table. */
  refers: string | null;
  /** The first value that a constraint allows. */
  allowed: string | null;
}

/** Values that are easily lost in transfer, as SQL. */
const ODD: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: String.raw`e'"\\ \u2028 \t\r\n {} [] , \'' || chr(128169) || 'āя \\N null'`,
  bytea: String.raw`'\x00ff5c220a0d097f80'::bytea`,
  'timestamp with time zone': `timestamptz '2026-01-02 03:04:05.678901+00'`,
  integer: '7',
  smallint: '1',
  bigint: '9007199254740993',
  real: '0.1::real + 1e-7::real',
  boolean: 'true',
  jsonb: String.raw`'{"n": 12345678901234567890.12300, "s": "\\ \" \u2028", "no": null, "a": [1, 1.0, -0.5e-20]}'::jsonb`,
  'text[]': String.raw`array['a b', '"', null, '', E'\\', 'null', '{}']`,
};

/**
 * Inserts one row into every exported table, with a difficult value in every column. The service
 * itself cannot interpret these rows.
 */
export async function addOddRows({ query }: Pick<TestDatabase, 'query'>): Promise<void> {
  await query('set session_replication_role = replica');
  for (const { name, columns } of ARCHIVE_TABLES) {
    if (name === 'site') continue;
    const known = new Map(
      (await query<Column>(COLUMNS, [name])).map((found) => [found.name, found]),
    );
    const values = columns.map((column) => valueOf(name, known.get(column)!));
    await query(`insert into ${name} (${columns.join(', ')}) values (${values.join(', ')})`);
  }
  // JSON null differs from SQL null; and a post may be merged into a younger one.
  await query(`update comments set hold = 'null'::jsonb where id = md5('comments')::uuid`);
  await query(
    `insert into posts (id, slug, title, merged_into) values
       ('00000000-0000-7000-8000-000000000000', 'merged-before', 'Merged', md5('posts')::uuid)`,
  );
  await query('reset session_replication_role');
}

/** Tables whose key is that of another table. */
const KEY_OF: Readonly<Record<string, string>> = { evidence_holds: 'decisions' };

function valueOf(table: string, { name, type, refers, allowed }: Column): string {
  if (refers !== null) return `md5('${KEY_OF[refers] ?? refers}')::uuid`;
  if (name === 'id' && type === 'uuid') return `md5('${table}')::uuid`;
  if (allowed !== null) return `'${allowed}'`;
  const odd = ODD[type];
  if (odd === undefined) throw new Error(`${table}.${name} is of a new type: ${type}.`);
  return odd;
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, null) as type,
    (select k.confrelid::regclass::text from pg_constraint k
     where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]) as refers,
    (select substring(pg_get_constraintdef(k.oid) from '''([^'']*)''') from pg_constraint k
     where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
       and pg_get_constraintdef(k.oid) like '%ARRAY[%') as allowed
  from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`;
