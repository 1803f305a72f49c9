import type { Client } from 'pg';
import type { ArchiveTable } from './archive-tables.js';

/** The largest comments take half a megabyte each as text in memory. */
const ROWS_AT_ONCE = 50;

/** Values as text that reads back to the same, whatever the role or the database has set. */
export const EXACT_TEXT = [
  `timezone = 'UTC'`,
  `datestyle = 'ISO, MDY'`,
  `intervalstyle = 'postgres'`,
  `bytea_output = 'hex'`,
  'extra_float_digits = 1',
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
];

/** The site as it is at one moment, however long it is read. */
export class ArchiveReads {
  constructor(private readonly client: Client) {}

  /** Begins the one transaction whose snapshot everything is read of. */
  async begin(): Promise<void> {
    await this.client.query('begin isolation level repeatable read, read only');
    for (const setting of EXACT_TEXT) await this.client.query(`set local ${setting}`);
  }

  async end(): Promise<void> {
    await this.client.query('commit');
  }

  /** `at` is when the snapshot was taken. */
  async readHeader(): Promise<{ schema: number; epoch: string; at: Date }> {
    const { rows } = await this.client.query<{ schema: string; epoch: string; at: Date }>(
      `select (select max(timestamp) from migrations) as schema, epoch, now() as at from site`,
    );
    return { ...rows[0], schema: Number(rows[0].schema) };
  }

  /** About how many rows there are, as the server last counted them. */
  async estimateRows(tables: readonly ArchiveTable[]): Promise<number> {
    const { rows } = await this.client.query<{ rows: number }>(
      `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class
       where oid = any(select to_regclass(name) from unnest($1::text[]) as name)`,
      [tables.map(({ name }) => name)],
    );
    return rows[0].rows;
  }

  /** The rows of a table in the order of their key, as lines without their end. */
  async *listRows({ name, key, columns }: ArchiveTable): AsyncGenerator<string[]> {
    const texts = columns.map((column) => `${column}::text`).join(', ');
    const order = (await this.bytewise(name, key)).join(', ');
    await this.client.query(
      `declare archive no scroll cursor for
       select json_build_array(${texts})::text as line from ${name} order by ${order}`,
    );
    for (;;) {
      const { rows } = await this.client.query<{ line: string }>(
        `fetch ${ROWS_AT_ONCE} from archive`,
      );
      if (rows.length > 0) yield rows.map(({ line }) => line);
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await this.client.query('close archive');
  }

  /** Texts by their bytes, since databases differ in how they sort. */
  private async bytewise(table: string, key: readonly string[]): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = to_regclass($1) and attname = any($2) and atttypid = 'text'::regtype`,
      [table, key],
    );
    const texts = new Set(rows.map(({ name }) => name));
    return key.map((column) => (texts.has(column) ? `${column} collate "C"` : column));
  }
}
