import type { SurgeCountsView } from './queue.dto.js';

/** The window of a surge, and how long an account counts as new. */
export const SURGE_MINUTES = 10;
export const NEW_ACCOUNT_DAYS = 7;

const MIN_ACCOUNTS = 5;
const MIN_COMMENTS = 10;
const MIN_VOTES = 20;

/**
 * Whether new accounts have taken over a branch: several new accounts wrote many comments or cast
 * many votes, at least half of all there. A lively thread among older accounts is no surge.
 */
export function isSurge(branch: SurgeCountsView): boolean {
  if (branch.newAccounts < MIN_ACCOUNTS) return false;
  const said = branch.newComments >= MIN_COMMENTS && branch.newComments * 2 >= branch.comments;
  const voted = branch.newVotes >= MIN_VOTES && branch.newVotes * 2 >= branch.votes;
  return said || voted;
}
