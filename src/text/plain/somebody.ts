import type { Language } from './languages.js';

/** Who is named where an author was erased. */
export const SOMEBODY: Readonly<Record<Language, string>> = {
  en: 'Somebody',
  lv: 'Kāds',
  ru: 'Кто-то',
};
