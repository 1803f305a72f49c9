import type { Language } from '../../text/plain/languages.js';
import type { ProofWords } from './mail-words.js';
import { en } from './mail-words-en.js';
import { lv } from './mail-words-lv.js';
import { ru } from './mail-words-ru.js';

const PROOFS: Readonly<Record<Language, ProofWords>> = { en, lv, ru };

export function proofWordsIn(language: Language): ProofWords {
  return PROOFS[language];
}
