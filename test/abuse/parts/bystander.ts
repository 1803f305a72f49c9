import { median } from '../../../bench/percentiles.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stage } from '../stage.js';
import type { Figure } from './part.js';

/** Between two comments: a person who writes, and no load. */
const PAUSE_MS = 25;
/** Below it the machine's own noise is larger than twice of calm. */
const LEAST_BOUND_MS = 15;

/** What somebody notices who writes elsewhere meanwhile. */
export interface Noticed {
  median: number;
  slowest: number;
  count: number;
  failed: number;
}

/** Writes a comment after the other until `until` is over. */
export async function writeMeanwhile(
  { asker }: Stage,
  by: { id: string; username: string; token: string },
  posts: readonly string[],
  until: Promise<unknown>,
): Promise<Noticed> {
  const took: number[] = [];
  let failed = 0;
  let over = false;
  const end = () => (over = true);
  void until.then(end, end);
  for (let nth = 0; !over; nth++) {
    const at = performance.now();
    const path = `/api/v1/posts/${posts[nth % posts.length]}/comments`;
    const body = { body: `Comment ${nth} of somebody who has nothing to do with it.` };
    const { status } = await asker.send({ method: 'POST', path, by, body });
    took.push(performance.now() - at);
    if (status !== 201) failed++;
    await delay(PAUSE_MS);
  }
  return { median: median(took), slowest: Math.max(...took), count: took.length, failed };
}

export function compare(calm: Noticed, meanwhile: Noticed): Figure[] {
  const bound = Math.max(2 * calm.median, LEAST_BOUND_MS);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      what: 'a comment elsewhere when all is calm, median',
      wanted: '–',
      reached: ms(calm.median),
      ok: true,
    },
    {
      what: 'a comment elsewhere meanwhile, median',
      wanted: `at most ${ms(bound)}`,
      reached: `${ms(meanwhile.median)} of ${meanwhile.count}, slowest ${ms(meanwhile.slowest)}`,
      ok: meanwhile.median <= bound,
    },
    {
      what: 'comments elsewhere that failed',
      wanted: '0',
      reached: String(meanwhile.failed),
      ok: meanwhile.failed === 0,
    },
  ];
}
