import { InvalidInput } from '../problems/general.errors.js';
import { MAX, uuidOf } from './ids.js';
import type { FittingRow } from './rows-that-fit.js';

/** The digits of a `real` and of a `bigint` in hexadecimal. */
const RANK_DIGITS = 8;
const TIME_DIGITS = 16;

/** A page of a list, and the cursor of the next page. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * The page from rows that were selected with one more than the limit.
 * @param cursorOf the cursor after a row
 */
export function pageOf<Row extends object>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (last: Row) => string,
): Page<Omit<Row, keyof FittingRow>> {
  const page = rows.slice(0, limit);
  // Rows that `fittingSql` has cut contain their original number.
  const { found = rows.length } = (rows[0] ?? {}) as Partial<FittingRow>;
  return {
    items: page.map(withoutSizes),
    nextCursor: found > page.length ? cursorOf(page.at(-1)!) : null,
  };
}

/** A row without the columns that `fittingSql` adds. */
function withoutSizes<Row extends object>(row: Row): Omit<Row, keyof FittingRow> {
  const { found: _found, filled: _filled, nth: _nth, ...shown } = row as Partial<FittingRow>;
  return shown as Omit<Row, keyof FittingRow>;
}

/**
 * A page of a list that shows the newest ids first.
 * @param order the letter of its cursors
 * @param list reads at most `limit` rows with ids before one
 */
export async function newestFirst<Row extends { id: string }>(
  order: string,
  { limit = 20, cursor }: { limit?: number; cursor?: string },
  list: (limit: number, beforeId: string) => Promise<readonly Row[]>,
): Promise<Page<Omit<Row, keyof FittingRow>>> {
  const beforeId = cursor === undefined ? MAX : decodeCursor(order, cursor);
  return pageOf(await list(limit + 1, beforeId), limit, ({ id }) => encodeCursor(order, id));
}

/**
 * The position in a list that is ordered by a number. Its cursors are the letter and the number.
 * @param digits the most digits of the number
 * @throws InvalidInput when it is not a cursor of that order
 */
export function decodeNumberCursor(order: string, cursor: string, digits = 9): number {
  return Number(placeIn(cursor, order, new RegExp(`^\\d{1,${digits}}$`)));
}

/**
 * An opaque position in an ordered list: one letter that names the order, and the last id. A cursor
 * of another order is refused, not misread.
 */
export function encodeCursor(order: string, id: string): string {
  return order + id.replaceAll('-', '');
}

/** @throws InvalidInput when it is not a cursor of that order */
export function decodeCursor(order: string, cursor: string): string {
  return uuidOf(placeIn(cursor, order, /^[0-9a-f]{32}$/));
}

/**
 * A position in a list that is ordered by a number: the letter, the bits of the `real`, the id.
 * @throws InvalidInput when it is not a cursor of that order
 */
export function decodeRankedCursor(order: string, cursor: string): { rank: number; id: string } {
  const hex = placeIn(cursor, order, /^[0-9a-f]{40}$/);
  const rank = Buffer.from(hex, 'hex').readFloatBE();
  if (!Number.isFinite(rank)) throw badCursor();
  return { rank, id: decodeCursor('', hex.slice(RANK_DIGITS)) };
}

/** The SQL that writes such a cursor. */
export function rankedCursorSql(order: string, rankColumn: string, idColumn: string): string {
  return `'${order}' || encode(float4send(${rankColumn}), 'hex') || ${cursorSql('', idColumn)}`;
}

/** The SQL that writes the same cursor as `encodeCursor`. */
export function cursorSql(order: string, idColumn: string): string {
  return `'${order}' || replace(${idColumn}::text, '-', '')`;
}

/**
 * A position in a list that is ordered by a time first: the letter, the microseconds since the
 * epoch as 16 hexadecimal digits, and the id.
 * @returns the microseconds as decimal digits, since Postgres is more exact than `Date`
 * @throws InvalidInput when it is not a cursor of that order
 */
export function decodeTimedCursor(order: string, cursor: string): { micros: string; id: string } {
  // The leading zeros keep it within the range of times of Postgres.
  const hex = placeIn(cursor, order, /^000[0-9a-f]{45}$/);
  const micros = BigInt(`0x${hex.slice(0, TIME_DIGITS)}`).toString();
  return { micros, id: decodeCursor('', hex.slice(TIME_DIGITS)) };
}

/** The SQL that writes such a cursor. */
export function timedCursorSql(order: string, timeColumn: string, idColumn: string): string {
  const micros = `(extract(epoch from ${timeColumn}) * 1000000)::bigint`;
  return `'${order}' || lpad(to_hex(${micros}), ${TIME_DIGITS}, '0') || ${cursorSql('', idColumn)}`;
}

/** The SQL of the time of such a cursor; `parameter` contains microseconds. */
export function cursorTimeSql(parameter: string): string {
  return `(timestamptz 'epoch' + ${parameter}::bigint * interval '1 microsecond')`;
}

/** The part of a cursor after its letter. */
function placeIn(cursor: string, order: string, form: RegExp): string {
  const place = cursor.slice(order.length);
  if (!cursor.startsWith(order) || !form.test(place)) throw badCursor();
  return place;
}

function badCursor(): InvalidInput {
  return InvalidInput.at(
    '?cursor',
    'Take the cursor from nextCursor of the page before, with the same sort.',
  );
}
