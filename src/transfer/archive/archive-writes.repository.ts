import type { Client } from 'pg';
import { EXACT_TEXT } from './archive-reads.repository.js';
import { ARCHIVE_TABLES, type ArchiveTable } from './archive-tables.js';

/** Rows that migrations create, and that the file replaces. */
const MADE_BY_MIGRATIONS = ['site', 'canned_reasons'];

/** A node that starts at the same time may lock a table for a moment. */
const LOCK_TIMEOUT = '5s';

const NAMES = ARCHIVE_TABLES.map(({ name }) => name);

/**
 * Inserts rows into empty tables, in one transaction of their owner. Triggers are disabled, because
 * the file contains their results. Constraints are checked.
 */
export class ArchiveWrites {
  private readonly inserts = new Map<string, string>();

  constructor(private readonly client: Client) {}

  async begin(): Promise<void> {
    await this.client.query('begin');
    for (const setting of [...EXACT_TEXT, `lock_timeout = '${LOCK_TIMEOUT}'`])
      await this.client.query(`set local ${setting}`);
  }

  /** No other session reads or writes these tables until the end. */
  async lock(): Promise<void> {
    await this.client.query(`lock table ${NAMES.join(', ')} in access exclusive mode`);
  }

  /** Whether the tables contain only rows of migrations. */
  async isEmpty(): Promise<boolean> {
    const found = NAMES.filter((name) => !MADE_BY_MIGRATIONS.includes(name)).map(
      (name) => `exists (select from ${name})`,
    );
    const { rows } = await this.client.query<{ full: boolean }>(
      `select ${found.join(' or ')} as full`,
    );
    return !rows[0].full;
  }

  /** Empties seeded tables, disables triggers, and lets merged posts precede their targets. */
  async prepare(): Promise<void> {
    for (const name of MADE_BY_MIGRATIONS) await this.client.query(`delete from ${name}`);
    for (const name of NAMES) await this.client.query(`alter table ${name} disable trigger user`);
    await this.client.query(
      'alter table posts alter constraint posts_merged_fkey deferrable initially deferred',
    );
  }

  /** @param rows arrays of the columns as texts, each as JSON */
  async insert(table: ArchiveTable, rows: readonly string[]): Promise<void> {
    const text = this.inserts.get(table.name) ?? (await this.insertOf(table));
    this.inserts.set(table.name, text);
    await this.client.query({
      name: `archive_${table.name}`,
      text,
      values: [`[${rows.join(',')}]`],
    });
  }

  async commit(): Promise<void> {
    await this.client.query('set constraints all immediate');
    await this.client.query('alter table posts alter constraint posts_merged_fkey not deferrable');
    for (const name of NAMES) await this.client.query(`alter table ${name} enable trigger user`);
    await this.client.query('commit');
  }

  /** Without statistics the planner chooses bad plans for the new rows. */
  async analyze(): Promise<void> {
    await this.client.query('set statement_timeout = 0');
    await this.client.query(`analyze ${NAMES.join(', ')}`);
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback').catch(() => undefined);
  }

  /** Each text is parsed by the type of its column. */
  private async insertOf({ name, columns }: ArchiveTable): Promise<string> {
    const { rows } = await this.client.query<{ column: string; type: string }>(
      `select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
      [name],
    );
    const types = new Map(rows.map(({ column, type }) => [column, type]));
    const values = columns.map((column, at) => `(value->>${at})::${types.get(column)}`);
    return `insert into ${name} (${columns.join(', ')})
      select ${values.join(', ')} from jsonb_array_elements($1::jsonb) as value`;
  }
}
