import type { WayKind } from '../../auth/factors/added-way.js';
import type { Purpose } from '../../auth/proofs/proof-tokens.js';

/**
 * The texts of one kind of mail. `{site}`, `{username}` and `{holder}` are placeholders for names.
 */
interface LetterWords {
  subject: string;
  lines: readonly string[];
  /** The label of the link; absent if there is no link. */
  action?: string;
  notes: readonly string[];
}

/**
 * The kinds of mails that prove an address. `taken` goes to an address that another account has
 * confirmed.
 */
export type ProofKind = Exclude<Purpose, 'not-me'> | 'taken';

export interface ProofWords extends Readonly<Record<ProofKind, LetterWords>> {
  /** About another account that has the address and never confirmed it, as `{holder}`. */
  readonly loses: string;
  /**
   * The mail about a new sign-in method of the account. Its link is for an owner who did not add
   * it.
   */
  readonly added: Pick<LetterWords, 'action' | 'notes'> & {
    readonly ways: Readonly<Record<WayKind, Pick<LetterWords, 'subject' | 'lines'>>>;
  };
}

/** Replaces the placeholders of a sentence. */
export function filled(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => names[name]);
}

/** A text of a user, cut to a number of code points. */
export function cut(text: string, most: number): string {
  const points = [...text];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
}
