import { median } from '../../../bench/percentiles.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '../../chaos/site.js';
import type { Stage } from '../stage.js';
import type { Figure } from '../../harness/figures.js';

/** Pause between two comments: one person who writes causes no load. */
const PAUSE_MS = 25;
/** Below this bound the machine's own noise exceeds twice the calm time. */
const LEAST_BOUND_MS = 25;

/** Length of the calm phase before and after: a shared machine changes meanwhile. */
const CALM_MS = 2_000;

/** The delays that a writer elsewhere notices. */
interface Noticed {
  took: number[];
  failed: number;
}

/**
 * Compares a bystander's delays during an attack with those without it.
 * @param attack starts it, and returns its end
 */
export async function compareWithCalm<Outcome>(
  stage: Stage,
  posts: readonly string[],
  attack: () => Promise<Outcome>,
): Promise<{ figures: Figure[]; outcome: Outcome }> {
  const by = stage.writer(1);
  const before = await writeMeanwhile(stage, by, posts, delay(CALM_MS));
  const running = attack();
  const meanwhile = await writeMeanwhile(stage, by, posts, running);
  const outcome = await running;
  const after = await writeMeanwhile(stage, by, posts, delay(CALM_MS));
  return { figures: figuresOf([...before.took, ...after.took], meanwhile), outcome };
}

/** Writes one comment after another until `until` is over. */
async function writeMeanwhile(
  { asker }: Stage,
  by: Person,
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
  return { took, failed };
}

function figuresOf(calm: readonly number[], { took, failed }: Noticed): Figure[] {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const bound = Math.max(2 * median(calm), LEAST_BOUND_MS);
  const reached = median(took);
  return [
    {
      what: 'a comment elsewhere when all is calm, median',
      wanted: '–',
      reached: `${ms(median(calm))} of ${calm.length}`,
      ok: true,
    },
    {
      what: 'a comment elsewhere meanwhile, median',
      wanted: `at most ${ms(bound)}`,
      reached: `${ms(reached)} of ${took.length}, slowest ${ms(Math.max(...took))}`,
      ok: reached <= bound,
    },
    {
      what: 'comments elsewhere that failed',
      wanted: '0',
      reached: String(failed),
      ok: failed === 0,
    },
  ];
}
