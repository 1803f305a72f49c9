const CYRILLIC: ReadonlySet<string> = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk']);

/**
 * The language that a text is written in where its script differs from that of the page, so that it
 * is read aloud by a voice that can; null where the page's own language says it.
 */
export function foreignLanguageOf(text: string, pageLanguage: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const share = (letter: RegExp) => (text.match(letter)?.length ?? 0) / letters;
  const cyrillicPage = CYRILLIC.has(baseOf(pageLanguage));
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return cyrillicPage ? null : cyrillicLanguage(text);
  if (share(/\p{Script=Latin}/gu) <= 0.5) return null;
  // Every tenth letter or so of Latvian carries a mark that only Latvian writes.
  if (share(/[āčēģīķļņšūž]/giu) > 0.04) return baseOf(pageLanguage) === 'lv' ? null : 'lv';
  return cyrillicPage ? 'en' : null;
}

/** `lv-LV` is Latvian. */
export function baseOf(language: string): string {
  return language.split('-', 1)[0].toLowerCase();
}

function cyrillicLanguage(text: string): string {
  if (/[іїєґ]/i.test(text)) return /ў/i.test(text) ? 'be' : 'uk';
  return 'ru';
}
