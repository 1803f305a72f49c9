/** A mail that is written and not yet sent. */
export interface Mail {
  /** Who it is for, as the account keeps the address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What it is about, the same each time that it is tried: a program that gets it twice can tell. */
  about: string;
  /** The account and the address that a bounce of this mail tells of. */
  returnsTo: { userId: string; emailKey: string };
  headers?: Readonly<Record<string, string>>;
}
