import type { Kept } from './kept-days.js';

/**
 * Rows of a user that an erasure deletes or changes. `where` and the values of `set` are SQL over
 * the columns of the table; `$1` is the id of the account.
 */
export type Erasing =
  | { where: string; erase: 'delete' }
  | { where: string; erase: Readonly<Record<string, string>> };

/** The part of a table in the export of a user: only their own rows, and never texts of others. */
export interface Told {
  where: string;
  columns: readonly string[];
  /**
   * A column, or several, that is unique among the rows of one account, so that they can be read in
   * pieces in its order.
   */
  by: string;
}

/** The personal data in a table. */
export interface PersonalTable {
  /** The reason to store it, as a phrase. */
  why: string;
  /**
   * How long it is kept without an erasure: `account` is as long as the account, `site` as long as
   * the site.
   */
  kept: Kept | 'account' | 'site';
  seenBy: 'everyone' | 'staff' | 'admins' | 'holder' | 'nobody';
  erasing: readonly Erasing[];
  /** Columns that an erasure keeps, or that a service of the room deletes, and why. */
  stays?: Readonly<Record<string, string>>;
  /** The export of the table, or a sentence that says why it is not exported. */
  told: Told | string;
}

/** The tables of a room with personal data. Each room has its own list. */
export type PersonalPart = Readonly<Record<string, PersonalTable>>;

/** Rows that are deleted with their account. */
export function deletedBy(...columns: string[]): Erasing[] {
  return columns.map((column) => ({ where: `${column} = $1`, erase: 'delete' }));
}

/** Columns that are kept for one reason. */
export function staying(columns: string, why: string): Record<string, string> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, why]));
}

/** The export of the rows that have the id of the user in `owner`. */
export function toldBy(owner: string, by: string, columns: string): Told {
  return { where: `${owner} = $1`, by, columns: columns.split(' ') };
}
