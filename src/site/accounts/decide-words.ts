/** The sentences for the script of the page, by outcome. */
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

/** The texts of the page of decision links, in one language. */
export interface DecideWords {
  title: string;
  lead: string;
  /** The labels of the button for a held comment, for a published one, and for a removal. */
  approve: string;
  keep: string;
  remove: string;
  /** The label of the reason of a removal. The author gets this reason. */
  reason: string;
  undo: string;
  /** `{count}` is a placeholder for a number. */
  reports: string;
  notices: string;
  /** Why a comment is held, by the rule. */
  rules: Readonly<Record<string, string>>;
  sending: string;
  again: string;
  noScript: string;
  said: Readonly<Record<Said, string>>;
}
