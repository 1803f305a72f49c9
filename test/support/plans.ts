import type { Database, Statement } from '../../src/database/database.js';
import type { TestDatabase } from './test-database.js';
import { queryableBy } from './queryable.js';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops'?: number;
  Plans?: Plan[];
}

let count = 0;

/**
 * Explains the statements of a repository, and rolls them back.
 * @returns the plan nodes, those that scan a whole table, and the maximum number of reads of one
 * table
 */
export async function planOf(
  database: TestDatabase,
  tables: readonly string[],
  work: (on: Database) => Promise<unknown>,
): Promise<{ nodes: number; whole: string[]; loops: number }> {
  const nodes: Plan[] = [];
  const query = async ({ text, values = [] }: Statement) => {
    const name = `asked_${++count}`;
    await database.query(`prepare ${name} as ${text}`);
    await database.query('begin');
    const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) execute ${name} ${values.length > 0 ? `(${values.map(literal).join(', ')})` : ''}`,
    );
    await database.query('rollback');
    nodes.push(...all(row['QUERY PLAN'][0].Plan));
    return [];
  };
  const on = Object.assign(queryableBy(query), { execute: query });
  await work(on as unknown as Database).catch(() => undefined);
  const whole = nodes.flatMap(({ 'Node Type': type, 'Relation Name': table = '' }) =>
    type === 'Seq Scan' && tables.includes(table) ? [table] : [],
  );
  const loops = nodes.map(({ 'Relation Name': table = '', 'Actual Loops': times = 0 }) =>
    tables.includes(table) ? times : 0,
  );
  return { nodes: nodes.length, whole, loops: Math.max(...loops) };
}

const all = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(all)];

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return `'{${value.map((one) => (one === null ? 'null' : `"${String(one)}"`)).join(',')}}'`;
  return `'${String(value as string | number)}'`;
}
