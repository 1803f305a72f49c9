import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { createHmac, type KeyObject } from 'node:crypto';
import type { Window, WindowStore } from './window-store.js';

/** Repeated failures are logged at most once in this time. */
const QUIET_MS = 60_000;
/**
 * Long enough to avoid collisions, and too short to be worth more to an attacker than the key of
 * the hash.
 */
const HASH_LETTERS = 22;

/** The key of a count: the name of the budget, and its owner. */
export interface Place {
  budget: string;
  key: string;
}

/** Counts that all nodes share. The stored keys reveal no account and no network. */
export class AllNodeCounts implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Limits');
  private complainedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly secret: KeyObject,
    private readonly store: WindowStore & { close?(): void },
  ) {}

  /** @returns null when the store does not answer: the count of this node is used meanwhile */
  async add(place: Place, seconds: number): Promise<Window | null> {
    return this.store.add(this.hash(place), seconds).catch((error) => this.complain(error));
  }

  async remove(place: Place): Promise<void> {
    await this.store.remove(this.hash(place)).catch((error) => this.complain(error));
  }

  beforeApplicationShutdown(): void {
    this.store.close?.();
  }

  private hash({ budget, key }: Place): string {
    const digest = createHmac('sha256', this.secret).update(key).digest('base64url');
    return `${budget}:${digest.slice(0, HASH_LETTERS)}`;
  }

  private complain(error: unknown): null {
    const now = performance.now();
    if (now - this.complainedAt >= QUIET_MS) {
      this.complainedAt = now;
      const why = error instanceof Error ? error.message : String(error);
      this.logger.warn(`Each node counts sign-ins for itself meanwhile: ${why}`);
    }
    return null;
  }
}
