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

type Load = () => Promise<Readonly<Record<string, Partial<LaterWords>>>>;

/** Texts that are loaded on demand. Each module exports them under the name of the language. */
const PARTS: Readonly<Record<Part, Readonly<Record<string, Load>>>> = {
  article: {
    en: () => import('./article/en.js'),
    lv: () => import('./article/lv.js'),
    ru: () => import('./article/ru.js'),
  },
  bell: {
    en: () => import('./bell/en.js'),
    lv: () => import('./bell/lv.js'),
    ru: () => import('./bell/ru.js'),
  },
  forms: {
    en: () => import('./forms/en.js'),
    lv: () => import('./forms/lv.js'),
    ru: () => import('./forms/ru.js'),
  },
  problems: {
    en: () => import('./problems/en.js'),
    lv: () => import('./problems/lv.js'),
    ru: () => import('./problems/ru.js'),
  },
};

/** Loads a part of the texts in the language of the others. */
export async function loadLater(
  part: Part,
  { language, direction }: Pick<Loaded, 'language' | 'direction'>,
): Promise<Partial<LaterWords>> {
  const base = baseOf(language);
  const words = (await loadModule(PARTS[part][base]!))[base]!;
  return direction === 'ltr' ? words : (await import('./pseudo.js')).mirroredWords(words);
}
