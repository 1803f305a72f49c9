import { ARCHIVE_TABLES, type ArchiveTable } from './archive-tables.js';

/** Another number when lines get another form, or another table leaves without a change of the schema. */
export const ARCHIVE_FORMAT = 1;

/** The first line. */
export interface ArchiveHeader {
  /** The number of the format. */
  colloquy: number;
  /** The newest migration of the database. */
  schema: number;
  at: string;
  /** Which history of the database this is. */
  epoch: string;
}

/** Stands before the rows of a table, each of which is an array of these columns as Postgres writes them, or null. */
interface TableLine {
  table: string;
  columns: readonly string[];
}

/** Rows of each table. */
export type RowCounts = Record<string, number>;

/** The last line, without which a file was cut off. */
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
