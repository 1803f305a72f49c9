import { randomInt } from 'node:crypto';
import { UUID, V7Generator } from 'uuidv7';

/** NIL sorts before every id, MAX after every id. */
export const NIL = '00000000-0000-0000-0000-000000000000';
export const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** `randomInt` fetches bytes for many numbers at once; a system call takes microseconds. */
const nextUint32 = () => randomInt(2 ** 32);
const generator = new V7Generator({ nextUint32 });

/**
 * A new id: UUID v7, so that the order of ids is the order of time. Ids of one process ascend,
 * unless its clock is set back by more than ten seconds.
 */
export function newId(): string {
  return generator.generate().toString();
}

/**
 * An id for an imported row with an earlier time. `order` sorts ids of the same millisecond. A time
 * before the epoch gets an id of the epoch.
 * @param order of 32 bits
 */
export function idAt(time: Date, order: number): string {
  const [high, low] = [order >>> 20, order & 0xfffff];
  const random = nextUint32() >>> 22;
  const ms = Math.max(0, time.getTime());
  return UUID.fromFieldsV7(ms, high, (low << 10) | random, nextUint32()).toString();
}

/** Sorts before every id of that millisecond: the bits after the time are random. */
export function firstIdAt(time: Date): string {
  return `${idAt(time, 0).slice(0, 13)}-7000-8000-000000000000`;
}

/**
 * The SQL of a new id, for rows that a statement creates by itself. The 12 bits after the version
 * are fractions of the millisecond (RFC 9562, 6.2, method 3), so that the ids of one statement
 * ascend, too.
 */
export const NEW_ID_SQL = `(overlay(
  lpad(to_hex((extract(epoch from clock_timestamp()) * 4096000)::bigint), 15, '0') placing '7' from 13 for 0)
    || substring(gen_random_uuid()::text from 20))::uuid`;

/** The UUID of 32 hexadecimal digits. */
export function uuidOf(hex: string): string {
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** The creation time of an id, in milliseconds since the epoch. */
export function madeAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
