import { InvalidInput } from '../../problems/general.errors.js';

/** The reasons of reports and of decisions: one list, so that both can be compared. */
export const REASONS = [
  'abusive',
  'offensive',
  'harassment',
  'hate',
  'spam',
  'advertising',
  'off_topic',
  'misinformation',
  'personal_data',
  'illegal',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

/**
 * The reason of a restrictive action.
 * @throws InvalidInput if it is missing
 */
export function requireReason(reason: Reason | null | undefined): Reason {
  if (reason) return reason;
  throw InvalidInput.at('/reason', `Say why: one of ${REASONS.join(', ')}.`);
}
