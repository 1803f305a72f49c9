/** What one kind of mail says. `{site}`, `{username}` and `{holder}` stand for names. */
interface LetterWords {
  subject: string;
  lines: readonly string[];
  /** What the link is called; absent where there is none. */
  action?: string;
  notes: readonly string[];
}

/** The kinds of mails that prove an address; `taken` goes to one that an account has confirmed already. */
export type ProofKind = 'confirm' | 'reset' | 'change' | 'take-back' | 'taken';

export interface ProofWords extends Readonly<Record<ProofKind, LetterWords>> {
  /** Said of an account that has the address and never confirmed it, as `{holder}`. */
  readonly loses: string;
}

/** A sentence with its names. */
export function filled(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => names[name]);
}
