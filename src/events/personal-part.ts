import type { Kept } from './kept-days.js';

/**
 * Rows of a user that an erasure deletes or changes. `where` and the values of `set` are SQL over
 * the columns of the table; `$1` is the id of the account.
 */
export type Erasing =
  { where: string; erase: 'delete' } | { where: string; erase: Readonly<Record<string, string>> };

/** The part of a table in the export of a user: only their own rows, and never texts of others. */
export interface Told {
  where: string;
  columns: readonly string[];
  /** A column, or several, that is unique among the rows of one account: many are read in its order, in pieces. */
  by: string;
}

/** The personal data in a table. */
export interface PersonalTable {
  /** The reason to keep it, in a phrase. */
  why: string;
  /**
   * How long it is kept without an erasure: `account` is as long as the account, `site` as long as
   * the site.
   */
  kept: Kept | 'account' | 'site';
  seenBy: 'everyone' | 'staff' | 'admins' | 'holder' | 'nobody';
  erasing: readonly Erasing[];
  /** Columns that stay after an erasure, or go by a service of the room, and why. */
  stays?: Readonly<Record<string, string>>;
  /** The export of the table, or a sentence that says why it is not exported. */
  told: Told | string;
}

/** The tables of a room that say something about people: each room keeps its own list. */
export type PersonalPart = Readonly<Record<string, PersonalTable>>;

/** Rows that go with their account. */
export function deletedBy(...columns: string[]): Erasing[] {
  return columns.map((column) => ({ where: `${column} = $1`, erase: 'delete' }));
}

/** Columns that stay for one reason. */
export function staying(columns: string, why: string): Record<string, string> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, why]));
}

/** The export of the rows that have the id of the user in `owner`. */
export function toldBy(owner: string, by: string, columns: string): Told {
  return { where: `${owner} = $1`, by, columns: columns.split(' ') };
}
