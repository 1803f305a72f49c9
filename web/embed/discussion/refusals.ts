import { type components, type Problem, ProblemError } from '@colloquy/client';
import { session } from '../../parts/session.js';

export type SiteTerms = components['schemas']['SiteTermsView'];

/** The slug of a problem, such as `version-conflict`; null when no answer came. */
export function problemOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.type.replace(/^.*\//, '') : null;
}

/** Whether the session of this page is over, and so an act was refused. */
export function hasEnded(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && !session.user;
}

/** Whether an act was refused for want of a second factor. A sign-in that has one to come is told of a challenge. */
export function lacksFactor(error: unknown): boolean {
  const refusal = refusalBy('second-factor-required', error);
  return refusal !== null && !refusal.challenge;
}

/** The terms that a refusal names; null for every other one. */
export function termsOf(error: unknown): SiteTerms | null {
  return refusalBy('terms-not-accepted', error)?.terms ?? null;
}

/** The instant until which a slow discussion asks to wait; null for any other refusal. */
export function paceOf(error: unknown): string | null {
  return refusalBy('slow-mode', error)?.until ?? null;
}

function refusalBy(slug: string, error: unknown): Problem | null {
  return error instanceof ProblemError && problemOf(error) === slug ? error.problem : null;
}
