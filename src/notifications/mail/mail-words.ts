/** What one kind of mail says. `{site}` and `{username}` stand for names. */
interface LetterWords {
  subject: string;
  lines: readonly string[];
  /** What the link is called; absent where there is none. */
  action?: string;
  notes: readonly string[];
}

/** The kinds of mails that prove an address; `taken` goes to one that an account has already. */
export type ProofKind = 'confirm' | 'reset' | 'change' | 'take-back' | 'taken';

export type ProofWords = Readonly<Record<ProofKind, LetterWords>>;

/** A sentence with its names. */
export function filled(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => names[name]);
}
