import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
/** Asking the system for random bytes costs the same for many as for few. */
const pool = new Uint8Array(256 * RANDOM_BYTES);
let used = pool.length;

/** The last id's millisecond, and its place within: ids of one process ascend. */
let lastMs = 0;
let place = 0;

/** A new id: UUID v7, so that the order of ids is the order of time. */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // A random start with room above it: a millisecond has no two thousand million ids.
    place = ((random[6] & 0x3f) << 24) | (random[7] << 16) | (random[8] << 8) | random[9];
  } else {
    place += 1;
  }
  return v7({ random, msecs: lastMs, seq: place });
}

/**
 * An id of an earlier time, for what is imported. `order` settles ids of the same millisecond. Ids
 * begin with the epoch: what is older has an id of then.
 */
export function idAt(time: Date, order: number): string {
  return v7({ msecs: Math.max(0, time.getTime()), seq: order });
}

/** Before every id of that millisecond: what follows its time is random. */
export function firstIdAt(time: Date): string {
  return `${idAt(time, 0).slice(0, 13)}-7000-8000-000000000000`;
}

/** When an id was made, in milliseconds since the epoch. */
export function madeAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}
