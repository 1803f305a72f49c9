import { baseOf, usableTag } from '@colloquy/passages/language';
import { loadModule } from '@colloquy/client';
import type { Words } from './en.js';
import type { LaterWords, Loaded, Part } from './later-words.js';

/** A language is loaded when it is shown, and exports its texts under its name. */
const LANGUAGES: Readonly<Record<string, () => Promise<Readonly<Record<string, Words>>>>> = {
  en: () => import('./en.js'),
  lv: () => import('./lv.js'),
  ru: () => import('./ru.js'),
};

/** A mirrored pseudo-English in which tests find untranslated texts. */
const PSEUDO = 'qps-plocm';

export async function loadWords(wanted: readonly string[]): Promise<Loaded> {
  for (const text of wanted) {
    const tag = usableTag(text) ?? '';
    if (tag === PSEUDO) {
      const { pseudo } = await import('./pseudo.js');
      return { language: 'en', direction: 'rtl', words: pseudo };
    }
    const base = baseOf(tag);
    // `constructor` is not a language.
    if (Object.hasOwn(LANGUAGES, base)) return load(tag, base);
  }
  return load('en');
}

async function load(language: string, base = language): Promise<Loaded> {
  return { language, direction: 'ltr', words: (await loadModule(LANGUAGES[base]!))[base]! };
}

/** Loads a part of the texts in the language of the first ones, without delaying those. */
export async function loadPart(
  part: Part,
  of: Pick<Loaded, 'language' | 'direction'>,
): Promise<Partial<LaterWords>> {
  const { loadLater } = await loadModule(() => import('./later-words.js'));
  return loadLater(part, of);
}
