import type { Finding, Invariant } from '../checks/finding.js';
import type { Attempt, History } from '../history.js';
import type { MutantName } from '../options.js';
import type { Form } from '../run-options.js';
import type { Site } from '../site.js';

/** What was counted or measured, and what was wanted of it. */
export interface Figure {
  what: string;
  reached: number | string;
  wanted: string;
  ok: boolean;
}

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

export function exactly(what: string, reached: number | string, wanted: number | string): Figure {
  return { what, reached, wanted: String(wanted), ok: reached === wanted };
}

export function atLeast(what: string, reached: number, wanted: number): Figure {
  return { what, reached, wanted: `at least ${wanted}`, ok: reached >= wanted };
}

export function atMost(what: string, reached: number, wanted: number, unit: string): Figure {
  return {
    what,
    reached: `${Math.round(reached)} ${unit}`,
    wanted: `at most ${wanted} ${unit}`,
    ok: reached <= wanted,
  };
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

/** What is told and not judged. */
export function told(what: string, reached: number | string): Figure {
  return { what, reached, wanted: '–', ok: true };
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
