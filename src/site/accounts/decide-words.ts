/** The sentences that the script of the page may say, by what has come of it. */
type Said =
  | 'changed'
  | 'settled'
  | 'already'
  | 'done-approve'
  | 'done-remove'
  | 'undone'
  | 'no-token'
  | 'link-not-valid'
  | 'second-factor-required'
  | 'role-required'
  | 'account-suspended'
  | 'banned'
  | 'conflict-of-interest'
  | 'escalated'
  | 'comment-not-found'
  | 'too-many'
  | 'network'
  | 'failed';

/** What the page says on which staff decide by the link of a mail, in one language. */
export interface DecideWords {
  title: string;
  lead: string;
  /** What the button says, of a comment that is held, of one that is published, and of a removal. */
  approve: string;
  keep: string;
  remove: string;
  /** Why it is removed, as its author is told. */
  reason: string;
  undo: string;
  /** `{count}` stands for a number. */
  reports: string;
  notices: string;
  /** Why a comment is held, by the rule. */
  rules: Readonly<Record<string, string>>;
  sending: string;
  again: string;
  noScript: string;
  said: Readonly<Record<Said, string>>;
}
