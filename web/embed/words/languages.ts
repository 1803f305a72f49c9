import { baseOf, usableTag } from '@colloquy/passages/language';
import { loadModule } from '@colloquy/client';
import type { ArticleWords } from './article/en.js';
import type { BellWords } from './bell/en.js';
import type { Words } from './en.js';
import type { FormWords } from './forms/en.js';
import type { ProblemWords } from './problems/en.js';

export interface Loaded {
  language: string;
  direction: 'ltr' | 'rtl';
  words: Words;
}

/** Each is loaded when it is the one that is shown. */
const LANGUAGES: Readonly<Record<string, () => Promise<Words>>> = {
  en: () => loadModule(() => import('./en.js')).then(({ en }) => en),
  lv: () => loadModule(() => import('./lv.js')).then(({ lv }) => lv),
  ru: () => loadModule(() => import('./ru.js')).then(({ ru }) => ru),
};

export type Part = 'article' | 'bell' | 'forms' | 'problems';
export type LaterWords = ArticleWords & BellWords & FormWords & ProblemWords;

/** A mirrored English in which tests see the texts that nobody translated. */
const PSEUDO = 'qps-plocm';

export async function loadWords(wanted: readonly string[]): Promise<Loaded> {
  for (const text of wanted) {
    const tag = usableTag(text) ?? '';
    if (tag === PSEUDO) {
      const { pseudo } = await import('./pseudo.js');
      return { language: 'en', direction: 'rtl', words: pseudo };
    }
    const base = baseOf(tag);
    // `constructor` is no language.
    if (Object.hasOwn(LANGUAGES, base))
      return { language: tag, direction: 'ltr', words: await LANGUAGES[base]!() };
  }
  return { language: 'en', direction: 'ltr', words: await LANGUAGES.en!() };
}

/** A part of the words, in the language of the others. The first words do not wait for where these are. */
export async function loadPart(
  part: Part,
  of: Pick<Loaded, 'language' | 'direction'>,
): Promise<Partial<LaterWords>> {
  const { loadLater } = await loadModule(() => import('./later-words.js'));
  return loadLater(part, of);
}
