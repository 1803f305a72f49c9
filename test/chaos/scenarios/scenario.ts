import type { Finding, Invariant } from '../checks/finding.js';
import type { Attempt, History } from '../history.js';
import type { MutantName } from '../options.js';
import { atMost, exactly, type Figure, told } from '../../harness/figures.js';
import type { Form } from '../../harness/run-options.js';
import type { Site } from '../site.js';

export interface Ground {
  site: Site;
  form: Form;
  seed: string;
  scale: number;
  mutant?: MutantName;
}

export interface Outcome {
  figures: Figure[];
  findings: Finding[];
  history: History;
  /** The last output of the nodes, which may explain a failure. */
  notes: string[];
}

export type Scenario = (ground: Ground) => Promise<Outcome>;

/** Scales a count, to at least one. */
export function scaled(count: number, scale: number): number {
  return Math.max(1, Math.round(count * scale));
}

/**
 * A duration, which only the full form judges. The short form runs on slow or busy machines, so it
 * waits without a limit and reports the time.
 */
export function timed(
  form: Form,
  what: string,
  reached: number,
  wanted: number,
  unit = 'ms',
): Figure {
  return form === 'full'
    ? atMost(what, reached, wanted, unit)
    : told(what, `${Math.round(reached)} ${unit}`);
}

/** Counts how often the checker found a promise broken. */
export function broken(what: string, findings: readonly Finding[], by: Invariant): Figure {
  return exactly(what, findings.filter(({ invariant }) => invariant === by).length, 0);
}

/** Every answer under faults tells the client what to do; none is a 500. */
export function answerFigures(attempts: readonly Attempt[]): Figure[] {
  const count = (fits: (attempt: Attempt) => boolean) => attempts.filter(fits).length;
  return [
    told(
      'requests without a whole answer',
      count(({ outcome, status }) => outcome === 'info' && !status),
    ),
    told(
      'requests answered 503',
      count(({ status }) => status === 503),
    ),
    exactly(
      'requests answered 500',
      count(({ status }) => status === 500),
      0,
    ),
  ];
}
