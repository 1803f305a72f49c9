import type { Fault } from '../plain/fault.js';
import { countGraphemes, findForbiddenCharacter } from '../plain/text-gate.js';

/** A user name in a URL or a mention. Unique by `nameKeys`. */
export const USERNAME_PATTERN = /^[A-Za-z0-9_.-]{3,30}$/;

/** In graphemes. */
const MAX_NAME_LENGTH = 40;

/**
 * Letters of living languages carry at most two marks on top of what NFC composes (Vietnamese
 * none, Lithuanian and Yoruba one or two).
 */
const LONG_RUN_OF_MARKS = /\p{M}{3}/u;

/**
 * Format characters, invisible characters, private use and unassigned code points: names that
 * differ only in these look the same. The last four are symbols that show nothing.
 */
const INVISIBLE =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u2800\ufffc\u{1d159}\u{1d173}]/u;

/**
 * Emoji of several code points (`RGI_Emoji` of UTS 51), whose joiners and selectors are visible.
 */
const EMOJI = new RegExp('\\p{RGI_Emoji}', 'gv');

/**
 * A non-joiner between letters of a joining script, and either joiner after a virama (RFC 5892,
 * appendix A): there they are part of the spelling.
 */
const SPELLING_JOINER =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{M}])\u200c(?=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}])|(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2\u0f84])[\u200c\u200d]/gu;

const WHITE_SPACE_BUT_SPACE = /[^\S ]/u;
const MARK_AT_THE_START = /(?:^| )\p{M}/u;

/** A name needs at least a letter, a digit or a pictograph. */
const NAMING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** A name in its stored form, with single spaces between words. */
export function tidyName(name: string): string {
  return name.replaceAll(/[\p{Zs}\t]+/gu, ' ').trim();
}

/** The fault of a user name, or null. */
export function findUsernameFault(username: string): Fault | null {
  if (USERNAME_PATTERN.test(username)) return null;
  const detail = 'Must be 3 to 30 letters (A to Z, a to z), digits, underscores, dots or hyphens.';
  return { rule: 'username', detail };
}

/**
 * The first fault of a display name, or null. Names of people in any script pass: "Jānis Bērziņš",
 * "Анна Каренина", "Nguyễn Thị Minh Khai".
 */
export function findNameFault(name: string): Fault | null {
  const forbidden = findForbiddenCharacter(name);
  if (forbidden) return forbidden;
  if (name === '') return { rule: 'nothing-shown', detail: 'Must not be empty.' };
  // Checked before graphemes are counted: no name of 40 graphemes is longer.
  if (
    name.length > MAX_NAME_LENGTH * 8 ||
    countGraphemes(name, MAX_NAME_LENGTH) > MAX_NAME_LENGTH
  ) {
    return { rule: 'too-long', detail: `Must be at most ${MAX_NAME_LENGTH} characters long.` };
  }
  if (INVISIBLE.test(name.replace(EMOJI, '').replace(SPELLING_JOINER, '')))
    return {
      rule: 'invisible-character',
      detail: 'Must not hold invisible or unassigned characters.',
    };
  if (WHITE_SPACE_BUT_SPACE.test(name) || name.trim().includes('  '))
    return { rule: 'white-space', detail: 'Must hold no white space other than single spaces.' };
  if (name !== name.trim())
    return { rule: 'white-space', detail: 'Must not begin or end with a space.' };
  if (LONG_RUN_OF_MARKS.test(name.normalize('NFC'))) {
    return { rule: 'many-marks', detail: 'Must not hold more than 2 combining marks in a row.' };
  }
  if (MARK_AT_THE_START.test(name))
    return { rule: 'many-marks', detail: 'No word may begin with a combining mark.' };
  if (!NAMING.test(name))
    return { rule: 'no-letter', detail: 'Must hold a letter, a digit or a pictograph.' };
  return null;
}
