import { loadModule } from '@colloquy/client';
import type { ArticleWords } from './article/en.js';
import type { Words } from './en.js';

interface Loaded {
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

const OF_ARTICLE: Readonly<Record<string, () => Promise<ArticleWords>>> = {
  en: () => loadModule(() => import('./article/en.js')).then(({ en }) => en),
  lv: () => loadModule(() => import('./article/lv.js')).then(({ lv }) => lv),
  ru: () => loadModule(() => import('./article/ru.js')).then(({ ru }) => ru),
};

/** A mirrored English in which tests see the texts that nobody translated. */
const PSEUDO = 'qps-plocm';

export async function loadWords(wanted: readonly string[]): Promise<Loaded> {
  for (const tag of wanted) {
    if (tag.toLowerCase() === PSEUDO) {
      const { pseudo } = await import('./pseudo.js');
      return { language: 'en', direction: 'rtl', words: pseudo };
    }
    const base = tag.toLowerCase().split('-')[0]!;
    const load = LANGUAGES[base];
    if (load) return { language: tag, direction: 'ltr', words: await load() };
  }
  return { language: 'en', direction: 'ltr', words: await LANGUAGES.en!() };
}

/** The words of the article, in the language of the others. */
export async function loadArticleWords(
  language: string,
  direction: 'ltr' | 'rtl',
): Promise<ArticleWords> {
  const base = language.toLowerCase().split('-')[0]!;
  const words = await (OF_ARTICLE[base] ?? OF_ARTICLE.en!)();
  return direction === 'ltr' ? words : (await import('./pseudo.js')).mirroredWords(words);
}

/** The wanted languages: of the element or the page around it, then of the browser. */
export function wantedLanguages(element: HTMLElement): string[] {
  const around = element.closest<HTMLElement>('[lang]')?.lang;
  return [...(around ? [around] : []), ...navigator.languages];
}
