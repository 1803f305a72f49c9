import { type components, type Problem, ProblemError } from '@colloquy/client';
import { session } from '../../parts/session.js';

export type SiteTerms = components['schemas']['SiteTermsView'];

/** The slug of a problem, such as `version-conflict`; null if there was no response. */
export function problemOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.type.replace(/^.*\//, '') : null;
}

/** Whether an act was refused because the session of this page has expired. */
export function hasEnded(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && !session.user;
}

/** Whether an act was refused for lack of a second factor; a sign-in gets a challenge. */
export function lacksFactor(error: unknown): boolean {
  const refusal = refusalBy('second-factor-required', error);
  return refusal !== null && !refusal.challenge;
}

/** The terms in a refusal; null in any other one. */
export function termsOf(error: unknown): SiteTerms | null {
  return refusalBy('terms-not-accepted', error)?.terms ?? null;
}

/** The end of the slow-mode wait in a refusal; null in any other one. */
export function paceOf(error: unknown): string | null {
  return refusalBy('slow-mode', error)?.until ?? null;
}

function refusalBy(slug: string, error: unknown): Problem | null {
  return error instanceof ProblemError && problemOf(error) === slug ? error.problem : null;
}
