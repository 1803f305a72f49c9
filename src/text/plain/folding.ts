/**
 * Folding makes different spellings of a word equal, for names, slugs and search. All functions are
 * pure and total.
 */

/**
 * Cyrillic to Latin letter by letter, by BGN/PCGN without its context rules, so that a letter
 * always has the same transliteration. Russian comes first, then letters that only Ukrainian,
 * Belarusian, Serbian, Macedonian, Bulgarian or Kazakh have. ё is e, because Russian text usually
 * writes е for ё; г is g in all languages, because a title does not state its language.
 */
// oxfmt-ignore
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f',
  х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  ґ: 'g', є: 'ye', і: 'i', ї: 'yi', ў: 'u',
  ђ: 'dj', ѓ: 'gj', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ќ: 'kj', џ: 'dzh', ѕ: 'dz',
  ѐ: 'e', ѝ: 'i', ѣ: 'e', ѳ: 'f', ѵ: 'i', ѫ: 'u', ѧ: 'ya',
  ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', җ: 'zh',
};

/**
 * Latin letters whose stroke or ligature is not a combining mark, so that NFKD does not decompose
 * them.
 */
// oxfmt-ignore
const LATIN: Readonly<Record<string, string>> = {
  æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k',
  ə: 'e', ƒ: 'f', ɨ: 'i', ʉ: 'u', ɵ: 'o',
};

const CYRILLIC_LETTER = /\p{Script=Cyrillic}/gu;

/** Letters that may be in a table after their marks are removed. */
const TABLE_LETTER = /[\p{Script=Cyrillic}æœøđðþłħŧŋĸəƒɨʉɵ]/gu;

/**
 * The diacritics of European scripts. Marks of other scripts are kept: in Devanagari or Thai a mark
 * is a vowel.
 */
const DIACRITICS = /[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]/g;

/**
 * Full case folding through upper case (Unicode 3.13, toCasefold): ß equals ss, ſ equals s, ς
 * equals σ. Letter by letter, because lower casing a whole word turns its last sigma into ς.
 */
export function caseFold(text: string): string {
  // ASCII is by far the most common, and has no special cases.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  let folded = '';
  for (const letter of text) folded += letter.toUpperCase().toLowerCase();
  return folded;
}

/** Transliterates Cyrillic to lower-case Latin. Cyrillic letters outside the tables stay. */
export function transliterate(text: string): string {
  return caseFold(text)
    .normalize('NFC')
    .replace(CYRILLIC_LETTER, (letter) => CYRILLIC[letter] ?? letter);
}

/**
 * The form in which words are compared: no case, no diacritics, no Cyrillic. "Bērziņš", "BERZINS"
 * and "berzins" are equal; so are "Каренина" and "karenina". Unknown scripts are kept.
 */
export function fold(text: string): string {
  return transliterate(text.normalize('NFKC'))
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(TABLE_LETTER, (letter) => LATIN[letter] ?? CYRILLIC[letter] ?? letter)
    .normalize('NFC');
}
