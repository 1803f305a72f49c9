/** What ties a moderator to a comment. */
export interface Ties {
  wrote: boolean;
  /** Directly, in whatever state the answer is. */
  answered: boolean;
  flagged: boolean;
  /** Whether somebody else could decide: another active moderator, or administrator where it takes one. */
  othersMayDecide: boolean;
}

export const TIES = ['wrote', 'answered', 'flagged'] as const;
export type Tie = (typeof TIES)[number];

/** What would make a decision one in somebody's own case. */
export function tiesOf(ties: Ties): Tie[] {
  return TIES.filter((tie) => ties[tie]);
}

/** An only moderator may: somebody has to. */
export function isConflict(ties: Ties): boolean {
  return ties.othersMayDecide && tiesOf(ties).length > 0;
}
