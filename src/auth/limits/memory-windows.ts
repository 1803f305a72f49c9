import { LRUCache } from 'lru-cache';
import type { Window } from './window-store.js';

/** About 20 MB at this size. */
export const MAX_COUNTS = 100_000;

interface Entry {
  count: number;
  /** In milliseconds, on the clock of `performance.now()`. */
  endsAt: number;
}

/**
 * The counts of this node, in limited number. Under a flood of callers, the least recently used are
 * dropped.
 */
export class MemoryWindows {
  private readonly entries: LRUCache<string, Entry>;

  constructor(max = MAX_COUNTS) {
    // A cache with `max` allocates everything at once, which takes tens of milliseconds of every
    // start.
    this.entries = new LRUCache({ maxSize: max, sizeCalculation: () => 1 });
  }

  get size(): number {
    return this.entries.size;
  }

  count(key: string, seconds: number): Window {
    const { count, endsInMs } = this.find(key) ?? { count: 0, endsInMs: seconds * 1_000 };
    const window = { count: count + 1, endsInMs };
    this.set(key, window);
    return window;
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  find(key: string): Window | null {
    const entry = this.entries.get(key);
    const endsInMs = (entry?.endsAt ?? 0) - performance.now();
    return entry && endsInMs > 0 ? { count: entry.count, endsInMs } : null;
  }

  set(key: string, { count, endsInMs }: Window): void {
    this.entries.set(key, { count, endsAt: performance.now() + endsInMs });
  }
}
