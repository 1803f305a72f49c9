const CYRILLIC: ReadonlySet<string> = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk']);
const ARABIC: ReadonlySet<string> = new Set(['ar', 'fa', 'ur']);
/** About 0.1 of the letters of a Latvian text carry a mark that only Latvian uses. */
const LATVIAN_SHARE = 0.04;
/** A Latvian text with more letters is rarely without such a mark. */
const MARKLESS_LETTERS = 30;

/**
 * The language of a text, detected by its letters, if it differs from that of the page. Screen
 * readers then choose the right voice. Null keeps the language of the page.
 */
export function foreignLanguageOf(text: string, pageLanguage: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const share = (letter: RegExp) => (text.match(letter)?.length ?? 0) / letters;
  const page = baseOf(pageLanguage);
  if (share(/\p{Script=Cyrillic}/gu) > 0.5)
    return CYRILLIC.has(page) ? null : cyrillicLanguage(text);
  if (share(/\p{Script=Hebrew}/gu) > 0.5) return page === 'he' ? null : 'he';
  if (share(/\p{Script=Arabic}/gu) > 0.5) return ARABIC.has(page) ? null : 'ar';
  if (share(/\p{Script=Latin}/gu) <= 0.5) return null;
  const latvian = share(/[āčēģīķļņšūž]/giu);
  if (latvian > LATVIAN_SHARE) return page === 'lv' ? null : 'lv';
  const isNotLatvian = page === 'lv' && latvian === 0 && letters > MARKLESS_LETTERS;
  return isNotLatvian || CYRILLIC.has(page) ? 'en' : null;
}

/** `lv-LV` is Latvian. */
export function baseOf(language: string): string {
  return language.split('-', 1)[0].toLowerCase();
}

/** Hebrew to Arabic, their presentation forms, and the right-to-left supplementary planes. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Longer than any meaningful tag. */
const LONGEST_TAG = 64;

/**
 * The language tag that pages and browsers mean by `ru_RU`, `lv-LV@euro`, `en-US.utf8` or `en--US`:
 * the longest beginning that `Intl` accepts. Null if there is none.
 */
export function usableTag(text: string): string | null {
  const written = /[a-z0-9]+(?:[-_]+[a-z0-9]+)*/i.exec(text.slice(0, LONGEST_TAG))?.[0] ?? '';
  for (const parts = written.split(/[-_]+/); parts.length > 0; parts.pop())
    try {
      return Intl.getCanonicalLocales(parts.join('-'))[0] ?? null;
    } catch {
      // The tag without its last part may be valid.
    }
  return null;
}

/** The direction of a text by its first strong letter, as browsers determine it. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}

function cyrillicLanguage(text: string): string {
  if (/[іїєґ]/i.test(text)) return /ў/i.test(text) ? 'be' : 'uk';
  return 'ru';
}
