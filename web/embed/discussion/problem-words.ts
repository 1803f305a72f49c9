import { ProblemError } from '@colloquy/client';
import type { Localizer } from '../words/localizer.js';
import { PLACES, RULES, WORDS } from './problem-keys.js';
import { problemOf } from './refusals.js';

/** Why an act failed, in the reader's language. */
export interface Refusal {
  readonly text: string;
  /** The refused field by its name in the request; null if there is none. */
  readonly field: string | null;
}

/** The wait if a refusal states none. */
const A_MOMENT_MS = 5_000;
/** After these statuses the text may be sent again, and the reader is told that it is kept. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 500, 502, 503, 504]);

/** @param isWritten whether a text could be lost */
export async function explain(
  error: unknown,
  words: Localizer,
  isWritten = false,
): Promise<Refusal> {
  try {
    await words.need('problems');
  } catch {
    return { text: words.t('problemNetwork'), field: null };
  }
  const problem = error instanceof ProblemError ? error : null;
  const fault = problem?.problem.errors?.[0];
  const text = sentence(problem, words, isWritten);
  return { text, field: fault ? fieldOf(fault.pointer) : null };
}

function sentence(error: ProblemError | null, { t, soon }: Localizer, isWritten: boolean): string {
  const kept = isWritten ? ` ${t('problemKept')}` : '';
  if (!error) return t('problemNetwork') + kept;
  if (error.status === 429) {
    const when = soon(error.retryAfterMs ?? A_MOMENT_MS);
    if (problemOf(error) === 'slow-mode') return t('problemSlow', { when }) + kept;
    return t(isWritten ? 'problemTooManyKept' : 'problemTooMany', { when });
  }
  const fault = error.problem.errors?.[0];
  const place = PLACES.find(([pattern]) => pattern.test(fault?.pointer ?? ''));
  const key = WORDS[problemOf(error) ?? ''] ?? place?.[1] ?? RULES[fault?.rule ?? ''];
  return t(key ?? 'problemOther') + (PASSING.has(error.status) ? kept : '');
}

/** `/displayName` is the field of this name; a deeper pointer belongs to its first segment. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}
