import { createHash } from 'node:crypto';

/** Derives a number from a text. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE(0);
}
