import { createHash } from 'node:crypto';

/** A number that a text stands for. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE(0);
}
