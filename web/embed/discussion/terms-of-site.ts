import { type components, ProblemError } from '@colloquy/client';
import { problemOf } from './thread-changes.js';

export type SiteTerms = components['schemas']['SiteTermsView'];

/** The terms that a refusal names; null for every other one. */
export function termsOf(error: unknown): SiteTerms | null {
  if (!(error instanceof ProblemError) || problemOf(error) !== 'terms-not-accepted') return null;
  return (error.problem as { terms?: SiteTerms }).terms ?? null;
}
