/** What came below one comment at the top within the window. */
export interface BranchActivity {
  comments: number;
  /** By accounts of the last week. */
  newComments: number;
  votes: number;
  newVotes: number;
  /** How many accounts of the last week commented or voted. */
  newAccounts: number;
}

/** How far back a surge is looked for, and how long an account counts as new. */
export const SURGE_MINUTES = 10;
export const NEW_ACCOUNT_DAYS = 7;

const MIN_ACCOUNTS = 5;
const MIN_COMMENTS = 10;
const MIN_VOTES = 20;

/**
 * Whether new accounts have taken over a branch: several of them, many acts, and at least half of all
 * that was said or voted there. A lively thread among people who are known is none.
 */
export function isSurge(branch: BranchActivity): boolean {
  if (branch.newAccounts < MIN_ACCOUNTS) return false;
  const said = branch.newComments >= MIN_COMMENTS && branch.newComments * 2 >= branch.comments;
  const voted = branch.newVotes >= MIN_VOTES && branch.newVotes * 2 >= branch.votes;
  return said || voted;
}
