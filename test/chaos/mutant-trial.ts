import { linesOf } from './history.js';
import { shrink } from './checks/shrink.js';
import type { Invariant } from './checks/finding.js';
import type { MutantName, Options } from './options.js';
import { say } from '../harness/say.js';
import { loss } from './scenarios/loss.js';
import type { Site } from './site.js';

/** By which promises each mutant must be found: any other would be chance. */
const BROKEN: Readonly<Record<MutantName, readonly Invariant[]>> = {
  'acknowledge-before-commit': ['acknowledged-is-stored'],
  'cursor-by-insert-id': ['views-are-whole'],
  'emit-without-replay': ['views-are-whole'],
  'counter-outside-the-transaction': ['counters-equal-rows'],
  'idempotency-in-memory': ['one-row-a-key', 'one-answer-a-key'],
};

/** Faults fall where they fall: a mutant that got away once is given another run. */
const RUNS = 5;
const LINES = 6;

export interface MutantVerdict {
  caught: boolean;
  /** What found it. */
  by: string;
  shownBy: string[];
}

/** Runs the service with a harmful change under the same faults; the checker must find it. */
export async function judgeMutant(
  name: MutantName,
  site: Site,
  { form, seed, scale }: Options,
): Promise<MutantVerdict> {
  for (let run = 1; run <= RUNS; run++) {
    const runSeed = run === 1 ? seed : `${seed} ${run}`;
    const { findings, history } = await loss({ site, form, seed: runSeed, scale, mutant: name });
    const found = findings.find(({ invariant }) => BROKEN[name].includes(invariant));
    if (!found) {
      say(`mutant ${name}: got away in run ${run} of ${RUNS}`);
      continue;
    }
    const lines = [...linesOf(shrink(history, found))];
    return {
      caught: true,
      by: `${found.invariant}: ${found.says}`,
      shownBy: lines.slice(0, LINES),
    };
  }
  return { caught: false, by: 'nothing', shownBy: [] };
}
