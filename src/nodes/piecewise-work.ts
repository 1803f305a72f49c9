import { setTimeout as delay } from 'node:timers/promises';
import type { Work } from './background-round.js';
import { CollectedFailures } from './collected-failures.js';

/** Work that an act has started, and that is continued piece by piece. */
interface Piecewise<Item> {
  name: string;
  everyMs: number;
  list: () => Promise<readonly Item[]>;
  nameOf: (item: Item) => string;
  /** @returns whether there is more */
  carry: (item: Item) => Promise<boolean | null>;
}

/** Work too large for one act. It pauses as long as each piece took, to let others write. */
export function piecewise<Item>({ list, nameOf, carry, ...work }: Piecewise<Item>): Work {
  const finish = async (item: Item, stop: AbortSignal) => {
    let more: boolean | null = true;
    while (more && !stop.aborted) {
      const startedAt = performance.now();
      more = await carry(item);
      await delay(performance.now() - startedAt);
    }
  };
  return {
    ...work,
    onceInCluster: true,
    isIdle: async () => (await list()).length === 0,
    run: async (stop) => {
      const attempts = new CollectedFailures();
      for (const item of await list()) await attempts.try(nameOf(item), () => finish(item, stop));
      attempts.end();
    },
  };
}
