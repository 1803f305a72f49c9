import type { Client } from 'pg';
import type { ArchiveTable } from './archive-tables.js';
import { portionsOf } from './portions.js';

const SIZES_AT_ONCE = 1_000;

/** Settings for a text form that reads back exactly, whatever the role or the database has set. */
export const EXACT_TEXT = [
  `timezone = 'UTC'`,
  `datestyle = 'ISO, MDY'`,
  `intervalstyle = 'postgres'`,
  `bytea_output = 'hex'`,
  'extra_float_digits = 1',
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
];

/** Reads the site in one snapshot. */
export class ArchiveReads {
  constructor(private readonly client: Client) {}

  /** Starts the transaction whose snapshot everything is read from. */
  async begin(): Promise<void> {
    await this.client.query('begin isolation level repeatable read, read only');
    for (const setting of EXACT_TEXT) await this.client.query(`set local ${setting}`);
  }

  async end(): Promise<void> {
    await this.client.query('commit');
  }

  /** `at` is the time of the snapshot. */
  async readHeader(): Promise<{ schema: number; epoch: string; at: Date }> {
    const { rows } = await this.client.query<{ schema: string; epoch: string; at: Date }>(
      `select (select max(timestamp) from migrations) as schema, epoch, now() as at from site`,
    );
    return { ...rows[0], schema: Number(rows[0].schema) };
  }

  /** The approximate number of rows, from the server's statistics. */
  async estimateRows(tables: readonly ArchiveTable[]): Promise<number> {
    const { rows } = await this.client.query<{ rows: number }>(
      `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class
       where oid = any(select to_regclass(name) from unnest($1::text[]) as name)`,
      [tables.map(({ name }) => name)],
    );
    return rows[0].rows;
  }

  /**
   * The rows of a table in the order of their key, as lines without line ends, in portions. The
   * sizes of the texts are read first: Postgres knows them without reading the texts.
   */
  async *listRows({ name, key, columns }: ArchiveTable): AsyncGenerator<string[]> {
    const texts = await this.listTexts(name);
    const sizes = columns.filter((column) => texts.has(column));
    const size = ['0', ...sizes.map((column) => `coalesce(octet_length(${column}), 0)`)].join(
      ' + ',
    );
    // Texts are sorted by their bytes, since collations differ between databases.
    const order = key
      .map((column) => (texts.has(column) ? `${column} collate "C"` : column))
      .join(', ');
    const line = `json_build_array(${columns.map((column) => `${column}::text`).join(', ')})::text`;
    await this.open('sizes', `select ${size} as size from ${name} order by ${order}`);
    await this.open('archive', `select ${line} as line from ${name} order by ${order}`);
    for (;;) {
      const next = await this.fetch<{ size: number }>('sizes', SIZES_AT_ONCE);
      for (const count of portionsOf(next.map((row) => row.size)))
        yield (await this.fetch<{ line: string }>('archive', count)).map((row) => row.line);
      if (next.length < SIZES_AT_ONCE) break;
    }
    for (const cursor of ['sizes', 'archive']) await this.client.query(`close ${cursor}`);
  }

  private async open(cursor: string, query: string): Promise<void> {
    await this.client.query(`declare ${cursor} no scroll cursor for ${query}`);
  }

  private async fetch<Row extends object>(cursor: string, count: number): Promise<Row[]> {
    return (await this.client.query<Row>(`fetch ${count} from ${cursor}`)).rows;
  }

  private async listTexts(table: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.client.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and atttypid = 'text'::regtype`,
      [table],
    );
    return new Set(rows.map(({ name }) => name));
  }
}
