import type { TestDatabase } from './test-database.js';

type Database = Pick<TestDatabase, 'query'>;

interface Table {
  name: string;
  unlogged: boolean;
  options: string[] | null;
  columns: { name: string; definition: string; tells: string | null }[];
  constraints: { name: string; definition: string }[];
  indexes: string[];
  triggers: string[];
}

/** The catalogue as text: tables with columns and their classes, constraints, indexes, triggers. */
export async function describeTables(database: Database): Promise<string> {
  const tables = await database.query<Table>(TABLES);
  return tables.map(describe).join('\n');
}

/** The names of the functions; their signatures are in the code. */
export async function listFunctions(database: Database): Promise<string[]> {
  const functions = await database.query<{ name: string }>(
    `select distinct proname as name from pg_proc where pronamespace = current_schema()::regnamespace
     order by name`,
  );
  return functions.map(({ name }) => name);
}

/** Removes the hashes of definitions, which change with each edit of a body. */
export function withoutHashes(text: string): string {
  return text.replace(/_[0-9a-f]{8}\b/g, '');
}

const TABLES = `
  select c.relname as name, c.relpersistence = 'u' as unlogged, c.reloptions as options,
    (select json_agg(json_build_object(
        'name', a.attname,
        'definition', concat_ws(' ', format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then 'not null' end,
          case when a.attidentity <> '' then 'generated always as identity' end,
          case when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.oid is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end),
        'tells', substring(col_description(c.oid, a.attnum) from 'personal: (.*)')) order by a.attnum)
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
        order by array_position('{p,u,c,f}', k.contype::text), k.conname), '[]')
     from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f')) as constraints,
    (select coalesce(json_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text), '[]')
     from pg_index i where i.indrelid = c.oid
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
    ) as indexes,
    (select coalesce(json_agg(pg_get_triggerdef(t.oid, true) order by t.tgname), '[]')
     from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
  order by c.relname`;

function describe(table: Table): string {
  const lines = [
    ...table.columns.map(({ name, definition, tells }) => ({
      text: `${name} ${plain(definition)}`,
      note: tells === 'none' ? '' : `personal: ${tells}`,
    })),
    ...table.constraints.map(({ name, definition }) => ({
      text: `constraint ${name} ${plain(definition)}`,
      note: '',
    })),
  ].map(({ text, note }, at, { length }) => {
    const line = `  ${text}${at < length - 1 ? ',' : ''}`;
    return note ? `${line.padEnd(52)} -- ${note}` : line;
  });
  const end = table.options ? `) with (${table.options.join(', ')});` : ');';
  return [
    `create ${table.unlogged ? 'unlogged ' : ''}table ${table.name} (`,
    ...lines,
    end,
    ...[...table.indexes, ...table.triggers].map((text) => `${plain(text)};`),
    '',
  ].join('\n');
}

/** Common SQL words instead of those that Postgres prints. */
function plain(definition: string): string {
  const parts = definition.split(/('(?:[^']|'')*')/);
  return parts
    .map((part, at) => (at % 2 ? part : part.toLowerCase().replaceAll('public.', '')))
    .join('')
    .replace(/::text\b(?!\[)/g, '')
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replaceAll(' using btree', '')
    .replace(/ = any \(array\[([^\]]*)\]\)/g, ' in ($1)')
    .replace(/^check \(\((.*)\)\)$/, 'check ($1)');
}
