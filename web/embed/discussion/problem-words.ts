import { ProblemError } from '@colloquy/client';
import type { Localizer } from '../words/localizer.js';
import { PLACES, RULES, WORDS } from './problem-keys.js';
import { problemOf } from './refusals.js';

/** Why something did not work, in the reader's language. */
export interface Refusal {
  readonly text: string;
  /** The field that was refused, as the request names it; null where it is none. */
  readonly field: string | null;
}

/** The wait where a refusal names none. */
const A_MOMENT_MS = 5_000;
/** The text may be sent again after these: the reader is told that it is kept. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 500, 502, 503, 504]);

/** @param isWritten whether there is a text that could be lost */
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

/** `/displayName` is the field of this name; a pointer further in is about what stands first in it. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}
