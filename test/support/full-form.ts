/** With `FULL=1`, as in CI, tests try everything; otherwise a sample that finds common faults. */
export const FULL = process.env.FULL === '1';

/**
 * Selects the sample of a run: a different one each day, so that all are tried in time.
 * `TURN=<number>` selects that of another day.
 */
export const TURN = Number(process.env.TURN ?? Math.floor(Date.now() / 86_400_000));

/** For slow tests that shorter ones mostly cover: `npm test` skips them. */
export function inFull(name: string, test: () => Promise<void>, timeoutMs?: number): void {
  // Each file has its own `it`, but this module is loaded only once.
  (FULL ? it : it.skip)(name, test, timeoutMs);
}

/** @returns the whole list in the full form, otherwise every nth item */
export function sampleOf<Item>(list: readonly Item[], nth: number): readonly Item[] {
  return FULL ? list : list.filter((_, at) => at % nth === 0);
}

/** @returns the whole list in the full form, otherwise the item of the day */
export function oneOf<Item>(list: readonly Item[]): readonly Item[] {
  return FULL ? list : [list[TURN % list.length]];
}

/** The number of runs of a property, scaled down from the full form. */
export function runsOf(full: number): number {
  return FULL ? full : Math.ceil(full / 10);
}
