import { loadModule } from '@colloquy/client';
import { baseOf } from '@colloquy/passages/language';
import type { Words } from './en.js';
import type { ArticleWords } from './article/en.js';
import type { BellWords } from './bell/en.js';
import type { FormWords } from './forms/en.js';
import type { ProblemWords } from './problems/en.js';

export interface Loaded {
  language: string;
  direction: 'ltr' | 'rtl';
  words: Words;
}

export type Part = 'article' | 'bell' | 'forms' | 'problems';
export type LaterWords = ArticleWords & BellWords & FormWords & ProblemWords;

/** Words that are loaded when they are needed. */
const PARTS: Readonly<Record<Part, Readonly<Record<string, () => Promise<Partial<LaterWords>>>>>> =
  {
    article: {
      en: () => loadModule(() => import('./article/en.js')).then(({ en }) => en),
      lv: () => loadModule(() => import('./article/lv.js')).then(({ lv }) => lv),
      ru: () => loadModule(() => import('./article/ru.js')).then(({ ru }) => ru),
    },
    bell: {
      en: () => loadModule(() => import('./bell/en.js')).then(({ en }) => en),
      lv: () => loadModule(() => import('./bell/lv.js')).then(({ lv }) => lv),
      ru: () => loadModule(() => import('./bell/ru.js')).then(({ ru }) => ru),
    },
    forms: {
      en: () => loadModule(() => import('./forms/en.js')).then(({ en }) => en),
      lv: () => loadModule(() => import('./forms/lv.js')).then(({ lv }) => lv),
      ru: () => loadModule(() => import('./forms/ru.js')).then(({ ru }) => ru),
    },
    problems: {
      en: () => loadModule(() => import('./problems/en.js')).then(({ en }) => en),
      lv: () => loadModule(() => import('./problems/lv.js')).then(({ lv }) => lv),
      ru: () => loadModule(() => import('./problems/ru.js')).then(({ ru }) => ru),
    },
  };

/** A part of the words, in the language of the others. */
export async function loadLater(
  part: Part,
  { language, direction }: Pick<Loaded, 'language' | 'direction'>,
): Promise<Partial<LaterWords>> {
  const words = await PARTS[part][baseOf(language)]!();
  return direction === 'ltr' ? words : (await import('./pseudo.js')).mirroredWords(words);
}
