import type { Sensitivity } from '../../config/fixed-settings.js';
import { trustOf } from '../../users/viewer/trust.js';
import type { Role, Standing } from '../../users/viewer/viewer.js';

/** The data of a reporter that determine the weight of their report. */
export interface Flagger {
  role: Role;
  standing: Standing;
  /** When the account was created, in milliseconds since the epoch. */
  since: number;
  /** The number of their latest decided reports with which moderators agreed, and disagreed. */
  agreed: number;
  disagreed: number;
}

/** The divisors of Discourse's `Reviewable.sensitivities`. */
const STEPS: Readonly<Record<Sensitivity, number>> = { disabled: 0, low: 9, medium: 6, high: 3 };

/** A record needs more decided reports than this to have an effect. */
const MIN_RECORD = 5;
/** The share of agreement that leaves the weight unchanged. */
const AXIS = 0.7;
const MAX_SWING = 5;
/** The base trust of every account that is not new. */
const MEMBER_TRUST = 1;
const STAFF_TRUST = 5;

/** Reports from fewer networks than this never hide a comment, whatever their weight. */
const MIN_CLUSTERS = 3;

/**
 * The weight of a report, by `user_flag_score` of Discourse (`app/models/reviewable_score.rb`):
 * 1 + trust (0 for new accounts, 5 for staff) + accuracy bonus, never below 0.
 */
export function flagScore(flagger: Flagger): number {
  const { role, agreed, disagreed } = flagger;
  const known = role === 'member' ? MEMBER_TRUST : STAFF_TRUST;
  const trust = trustOf(flagger) === 0 ? 0 : known;
  return Math.max(0, 1 + trust + accuracyBonus(agreed, disagreed));
}

/**
 * The part of a weight that comes from the record (`user_accuracy_bonus`, same file). It is 0 up to
 * five decided reports. Beyond them it is the distance of the agreed share from 0.7, scaled to 5 at
 * either end, times the logarithm of their number to the base 4.
 */
export function accuracyBonus(agreed: number, disagreed: number): number {
  const total = agreed + disagreed;
  if (total <= MIN_RECORD) return 0;
  const share = agreed / total;
  const swing = share >= AXIS ? (share - AXIS) / (1 - AXIS) : -(AXIS - share) / AXIS;
  return swing * MAX_SWING * (Math.log(total) / Math.log(4));
}

/**
 * The score at which a comment is hidden: the site's score times its sensitivity in ninths, as in
 * Discourse (`app/models/reviewable.rb`, `score_to_hide_post`).
 * @returns null when reports never hide
 */
export function hideThreshold(score: number, sensitivity: Sensitivity): number | null {
  return sensitivity === 'disabled' ? null : (score * STEPS[sensitivity]) / STEPS.low;
}

/**
 * Whether open reports hide a comment. The reports of one network count once, by the weightiest
 * report, so that many accounts behind one address have one vote.
 * @param weights the weightiest report of each network
 */
export function hides(weights: readonly number[], threshold: number | null): boolean {
  if (threshold === null || weights.length < MIN_CLUSTERS) return false;
  return weights.reduce((sum, weight) => sum + weight, 0) >= threshold;
}
