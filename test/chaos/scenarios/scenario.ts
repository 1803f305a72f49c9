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
  /** What else would explain a failure: the last words of a node. */
  notes: string[];
}

export type Scenario = (ground: Ground) => Promise<Outcome>;

/** At least one of whatever a form has. */
export function scaled(count: number, scale: number): number {
  return Math.max(1, Math.round(count * scale));
}

/**
 * A time, which the full form judges. The short one runs on machines that are slow or busy: it waits
 * for what must come, however long that takes, and tells the time.
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

/** How often the checker found that a promise was broken. */
export function broken(what: string, findings: readonly Finding[], by: Invariant): Figure {
  return exactly(what, findings.filter(({ invariant }) => invariant === by).length, 0);
}

/** Every answer under faults is one that says what to do: never a 500. */
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
