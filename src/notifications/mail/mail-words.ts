import type { WayKind } from '../../auth/factors/added-way.js';
import type { Purpose } from '../../auth/proofs/proof-tokens.js';

/** What one kind of mail says. `{site}`, `{username}` and `{holder}` stand for names. */
interface LetterWords {
  subject: string;
  lines: readonly string[];
  /** What the link is called; absent where there is none. */
  action?: string;
  notes: readonly string[];
}

/** The kinds of mails that prove an address; `taken` goes to one that an account has confirmed already. */
export type ProofKind = Exclude<Purpose, 'not-me'> | 'taken';

export interface ProofWords extends Readonly<Record<ProofKind, LetterWords>> {
  /** Said of an account that has the address and never confirmed it, as `{holder}`. */
  readonly loses: string;
  /** Of a way into the account that was added. The link is for who did not add it. */
  readonly added: Pick<LetterWords, 'action' | 'notes'> & {
    readonly ways: Readonly<Record<WayKind, Pick<LetterWords, 'subject' | 'lines'>>>;
  };
}

/** A sentence with its names. */
export function filled(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => names[name]);
}

/** What people wrote, in so many code points at most. */
export function cut(text: string, most: number): string {
  const points = [...text];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
}
