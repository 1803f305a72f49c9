import { linesOf } from './history.js';
import { shrink } from './checks/shrink.js';
import type { Invariant } from './checks/finding.js';
import type { MutantName, Options } from './options.js';
import { say } from '../harness/say.js';
import { loss } from './scenarios/loss.js';
import { mail } from './scenarios/mail.js';
import type { Scenario } from './scenarios/scenario.js';
import type { Site } from './site.js';

interface Trial {
  scenario: Scenario;
  /** The promises that must reveal the mutant; any other finding would be chance. */
  breaks: readonly Invariant[];
}

const TRIALS: Readonly<Record<MutantName, Trial>> = {
  'acknowledge-before-commit': { scenario: loss, breaks: ['acknowledged-is-stored'] },
  'cursor-by-insert-id': { scenario: loss, breaks: ['views-are-whole'] },
  'emit-without-replay': { scenario: loss, breaks: ['views-are-whole'] },
  'counter-outside-the-transaction': { scenario: loss, breaks: ['counters-equal-rows'] },
  'idempotency-in-memory': { scenario: loss, breaks: ['one-row-a-key', 'one-answer-a-key'] },
  'refused-mail-dropped': { scenario: mail, breaks: ['due-is-mailed'] },
  'hidden-comments-mailed': { scenario: mail, breaks: ['hidden-is-not-mailed'] },
  'mail-id-of-each-try': { scenario: mail, breaks: ['mailed-once'] },
};

/** Faults hit at random: a mutant that escaped once gets another run. */
const RUNS = 5;
const LINES = 6;

export interface MutantVerdict {
  caught: boolean;
  /** The finding that revealed it. */
  by: string;
  shownBy: string[];
}

/** Runs a mutant of the service under the same faults; the checker must find it. */
export async function judgeMutant(
  name: MutantName,
  site: Site,
  { form, seed, scale }: Options,
): Promise<MutantVerdict> {
  const { scenario, breaks } = TRIALS[name];
  for (let run = 1; run <= RUNS; run++) {
    const runSeed = run === 1 ? seed : `${seed} ${run}`;
    const { findings, history } = await scenario({
      site,
      form,
      seed: runSeed,
      scale,
      mutant: name,
    });
    const found = findings.find(({ invariant }) => breaks.includes(invariant));
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
