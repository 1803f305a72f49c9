import type { Language } from './languages.js';

/** The name that replaces an erased author. */
export const SOMEBODY: Readonly<Record<Language, string>> = {
  en: 'Somebody',
  lv: 'Kāds',
  ru: 'Кто-то',
};
