const INVARIANTS = [
  'acknowledged-is-stored',
  'one-row-a-key',
  'no-ghosts',
  'one-answer-a-key',
  'gapless-log',
  'one-creation-a-comment',
  'views-are-whole',
  'views-are-current',
  'counters-equal-rows',
  'nothing-after-a-ban',
  'nothing-removed-is-read',
  'due-is-mailed',
  'mailed-once',
  'hidden-is-not-mailed',
] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** The subject of a finding, precise enough to select the history lines that show it. */
export interface Subject {
  key?: string;
  commentId?: string;
  postId?: string;
  seq?: number;
  proc?: string;
}

export interface Finding {
  invariant: Invariant;
  says: string;
  about: Subject;
}
