/** The pages of accounts, by the last part of their addresses. */
export type AccountPage =
  | 'confirm'
  | 'reset'
  | 'address'
  | 'not-me'
  | 'forgot'
  | 'resend'
  | 'unsubscribe';

interface PageWords {
  title: string;
  lead: string;
  /** The label of the button. */
  act: string;
  /** The sentence after success. `{username}` is a placeholder for the name of the account. */
  done: string;
}

/** The texts of the account pages in one language. */
export interface AccountWords {
  pages: Readonly<Record<AccountPage, PageWords>>;
  /** The links to the pages that request another mail. */
  askAnew: Readonly<Record<'forgot' | 'resend', string>>;
  email: string;
  password: string;
  passwordHint: string;
  /** The factors that were added in the last week, each with a checkbox to remove it. */
  recent: Readonly<Record<'title' | 'hint' | 'app' | 'passkey', string>>;
  sending: string;
  /** The label of the button after the service could not be reached. */
  again: string;
  /** Shown if scripts are disabled, because the form needs them. */
  noScript: string;
  /** Shown if the page was opened without a mailed link. */
  noToken: string;
  /** The sentence for a problem by its slug; `network` if the service does not answer. */
  problems: Readonly<
    Record<'link-not-valid' | 'email-taken' | 'no-mail' | 'too-many' | 'network' | 'failed', string>
  >;
  /** Why a field is refused, by the rule that it breaks. */
  rules: Readonly<
    Record<'password-length' | 'common-password' | 'own-password' | 'email' | 'too-long', string>
  >;
}
