import type { AllNodeCounts } from './all-node-counts.js';
import type { Rate } from './limit-classes.js';
import type { MemoryWindows } from './memory-windows.js';
import type { Window } from './window-store.js';

/** A budget, counted on this node, and for some classes also for all nodes. */
export class Budget {
  constructor(
    private readonly name: string,
    private readonly rate: Rate,
    private readonly here: MemoryWindows,
    private readonly everywhere: AllNodeCounts | null,
  ) {}

  /** Counts one. @returns the count including it, which may exceed the budget */
  async take(key: string): Promise<Window> {
    const { count, seconds } = this.rate;
    const own = this.takeHere(key);
    if (own.count > count || !this.everywhere) return own;
    const all = await this.everywhere.add({ budget: this.name, key }, seconds);
    // A shared budget that is spent is refused from now on without a request to the store.
    if (all && all.count > count) this.here.set(this.placeOf(key), all);
    return all ?? own;
  }

  /** Counts one on this node only. */
  takeHere(key: string): Window {
    return this.here.count(this.placeOf(key), this.rate.seconds);
  }

  /** The window of a budget that this node knows to be spent; null otherwise. */
  findSpent(key: string): Window | null {
    const window = this.here.find(this.placeOf(key));
    return window && window.count >= this.rate.count ? window : null;
  }

  async forget(key: string): Promise<void> {
    this.here.remove(this.placeOf(key));
    await this.everywhere?.remove({ budget: this.name, key });
  }

  private placeOf(key: string): string {
    return `${this.name}:${key}`;
  }
}
