import { createHash } from 'node:crypto';

/**
 * A deterministic generator: xorshift128 (Marsaglia, "Xorshift RNGs", 2003), seeded with the digest
 * of a name.
 */
export class Random {
  private readonly state: Uint32Array;

  constructor(name: string) {
    const digest = createHash('sha256').update(name).digest();
    this.state = new Uint32Array(4).map((_, at) => digest.readUInt32LE(at * 4) | 1);
  }

  /** 32 bits. */
  bits(): number {
    const [x, y, z, w] = this.state;
    const t = x ^ (x << 11);
    const next = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    this.state.set([y, z, w, next]);
    return next;
  }

  /** 0 (inclusive) to 1 (exclusive). */
  fraction(): number {
    return this.bits() / 2 ** 32;
  }

  /** 0 to `below` - 1. */
  integer(below: number): number {
    return Math.floor(this.fraction() * below);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.integer(from.length)];
  }

  /**
   * Integers from 0 to `most` with a long tail (Pareto, rounded down): a greater weight gives a
   * heavier tail. With a weight of 0.6 two thirds are 0.
   */
  longTail(weight: number, most: number): number {
    return Math.min(most, Math.floor((1 - this.fraction()) ** -weight) - 1);
  }
}
