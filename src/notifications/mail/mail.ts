/** A mail that is written and not yet sent. */
export interface Mail {
  /** Who it is for, as the account keeps the address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What it is about, the same each time that it is tried: a program that gets it twice can tell. */
  about: string;
  /** Whose bounces tell something of the address; null where nobody has it yet. */
  returnsTo: { userId: string; emailKey: string };
  headers?: Readonly<Record<string, string>>;
}
