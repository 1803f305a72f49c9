import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import type { IdempotencyKey } from './idempotency-key.js';

/** The same time as a lock timeout of the database. */
export const TURN_MS = 5_000;

/**
 * Requests with the same key that arrive at this node at the same time are processed in sequence. A
 * waiting request holds no connection, so a member who sends many does not block the others.
 */
@Injectable()
export class KeyTurns {
  private readonly lasts = new Map<string, Promise<void>>();

  /** @throws TemporarilyUnavailable when the earlier requests take too long */
  async inTurn<T>(idempotencyKey: IdempotencyKey | null, work: () => Promise<T>): Promise<T> {
    if (!idempotencyKey) return work();
    const slot = `${idempotencyKey.userId} ${idempotencyKey.key}`;
    const before = this.lasts.get(slot);
    let end = (): void => undefined;
    const mine = new Promise<void>((resolve) => (end = resolve));
    const last = before ? before.then(() => mine) : mine;
    this.lasts.set(slot, last);
    try {
      if (before) await within(before);
      return await work();
    } finally {
      end();
      if (this.lasts.get(slot) === last) this.lasts.delete(slot);
    }
  }
}

async function within(before: Promise<void>): Promise<void> {
  const late = new AbortController();
  const patience = delay(TURN_MS, 'late', { signal: late.signal }).catch(() => undefined);
  const first = await Promise.race([before, patience]);
  late.abort();
  if (first === 'late') throw new TemporarilyUnavailable();
}
