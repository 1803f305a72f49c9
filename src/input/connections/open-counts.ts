import type { EventEmitter } from 'node:events';
import { BREADTH, type Network, networksOf } from './networks.js';

/**
 * Counts open connections by network: an address has a limit, and wider networks have multiples of
 * it.
 */
export class OpenCounts {
  /** Only networks with open connections have an entry. */
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Whether a network of the address has reached its limit. */
  isFull(address: string): boolean {
    return networksOf(address).some(
      ({ level, name }) => (this.counts.get(name) ?? 0) >= this.most * BREADTH[level],
    );
  }

  /** Counts one of every network of an address until it closes. */
  hold(address: string, one: EventEmitter): void {
    const networks = networksOf(address);
    for (const network of networks) this.add(network, 1);
    one.once('close', () => {
      for (const network of networks) this.add(network, -1);
    });
  }

  private add({ name }: Network, more: 1 | -1): void {
    const count = (this.counts.get(name) ?? 0) + more;
    if (count > 0) this.counts.set(name, count);
    else this.counts.delete(name);
  }
}
