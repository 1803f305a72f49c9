/** A mail before it is sent. */
export interface Mail {
  /** The recipient: the address in the form that the account has stored. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /**
   * An id of the subject that is the same for each attempt, so that a mail program can recognise
   * duplicates.
   */
  about: string;
  /** The account and the address that a bounce of this mail identifies. */
  returnsTo: { userId: string; emailKey: string };
  headers?: Readonly<Record<string, string>>;
}
