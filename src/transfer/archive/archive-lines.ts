import { ARCHIVE_TABLES, type ArchiveTable } from './archive-tables.js';

/** Increment it if the format of lines changes, or the tables change without a schema change. */
export const ARCHIVE_FORMAT = 1;

/** The first line. */
export interface ArchiveHeader {
  /** The number of the format. */
  colloquy: number;
  /** The newest migration of the database. */
  schema: number;
  at: string;
  /** The epoch of the database. */
  epoch: string;
}

/** Precedes the rows of a table: arrays of these columns as Postgres's text, or null. */
interface TableLine {
  table: string;
  columns: readonly string[];
}

/** The number of rows of each table. */
export type RowCounts = Record<string, number>;

/** The last line; a file without it was truncated. */
interface EndLine {
  end: RowCounts;
}

export function tableLine({ name, columns }: ArchiveTable): string {
  return JSON.stringify({ table: name, columns } satisfies TableLine);
}

export function endLine(end: RowCounts): string {
  return JSON.stringify({ end } satisfies EndLine);
}

export function sum(counts: RowCounts): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

export function noRows(): RowCounts {
  return Object.fromEntries(ARCHIVE_TABLES.map(({ name }) => [name, 0]));
}
