/** With `FULL=1`, as in CI, tests try everything; else a part that shows a fault of the common kinds. */
export const FULL = process.env.FULL === '1';

/**
 * Which part of a sample a run takes: each day another one, so that all of it is tried in time. `TURN=<number>` takes
 * that of another day.
 */
export const TURN = Number(process.env.TURN ?? Math.floor(Date.now() / 86_400_000));

/** For a test of seconds, where shorter ones show most of what it shows: `npm test` skips it. */
export function inFull(name: string, test: () => Promise<void>, timeoutMs?: number): void {
  // Each file has an `it` of its own, and this module is loaded once for all of them.
  (FULL ? it : it.skip)(name, test, timeoutMs);
}

/** @returns all of a list in the full form, else each nth of it */
export function sampleOf<Item>(list: readonly Item[], nth: number): readonly Item[] {
  return FULL ? list : list.filter((_, at) => at % nth === 0);
}

/** @returns all of a list in the full form, else the one of the day */
export function oneOf<Item>(list: readonly Item[]): readonly Item[] {
  return FULL ? list : [list[TURN % list.length]];
}

/** How often a property is tried with made-up values, of so many times in the full form. */
export function runsOf(full: number): number {
  return FULL ? full : Math.ceil(full / 10);
}
