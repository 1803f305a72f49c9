import type { Fault } from './fault.js';

/** The gate for all incoming strings: a string is refused or kept unchanged, never stripped. */

export interface TextRules {
  /** In graphemes (UAX 29), which a reader counts as characters. */
  maxGraphemes: number;
  /** From 1 on, text of only white space or invisible characters is refused too. */
  minGraphemes?: number;
  /** In bytes of UTF-8; 64 KiB by default. */
  maxBytes?: number;
  /** Whether line breaks are allowed. */
  multiline: boolean;
}

/** The fault of a text that shows nothing. */
export const NOTHING_SHOWN: Fault = {
  rule: 'nothing-shown',
  detail: 'Must hold at least one visible character.',
};

const DEFAULT_MAX_BYTES = 65_536;

/**
 * One grapheme may contain any number of code points; four for each are more than any language
 * needs.
 */
const CODE_POINTS_PER_GRAPHEME = 4;

/** One expression, because it runs over every incoming string. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e]/u;

/**
 * Latin, Greek and Cyrillic letters without combining marks, and plain punctuation. A text of only
 * these needs none of the property expressions, each of which costs three times as much as this
 * one.
 */
const PLAIN =
  /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

const ISOLATE = /[\u2066-\u2069]/;
const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** Both kinds together, so that a mark cannot hide behind a joiner (UTS 39, 5.4). */
const LONG_RUN_OF_MARKS = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]{9}/u;

/** U+2800 and U+FFFC are symbols by category, but show nothing. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** In code units. */
const WINDOW = 512;

/**
 * Characters that no string in any field may contain: lone surrogates, NUL and other control
 * characters except tab and line breaks, noncharacters, bidirectional embeddings and overrides
 * (U+202A to U+202E), and isolates (U+2066 to U+2069) that are not closed in their line. The last
 * three reorder the text around the string on the screen (Unicode TR 36, UTS 55).
 */
export function findForbiddenCharacter(value: string): Fault | null {
  return PLAIN.test(value) ? null : findForbidden(value);
}

function findForbidden(value: string): Fault | null {
  const found = FORBIDDEN.exec(value);
  if (found) return forbidden(sentenceOf(found[0].codePointAt(0)!));
  if (!ISOLATE.test(value) || hasBalancedIsolates(value)) return null;
  return forbidden('Every bidirectional isolate must be closed on the line on which it is opened.');
}

/**
 * The first fault of `value` by `rules`, or null. The result is the same for NFC and unnormalised
 * text.
 */
export function findTextFault(value: string, rules: TextRules): Fault | null {
  const plain = PLAIN.test(value);
  const forbiddenCharacter = plain ? null : findForbidden(value);
  if (forbiddenCharacter) return forbiddenCharacter;
  if (!rules.multiline && LINE_BREAK.test(value))
    return { rule: 'single-line', detail: 'Must be a single line.' };
  const size = findSizeFault(value, rules);
  if (size || plain || !LONG_RUN_OF_MARKS.test(value)) return size;
  return {
    rule: 'many-marks',
    detail: 'Must not hold more than 8 combining marks or invisible characters in a row.',
  };
}

/** NFC and nothing else: a text that is read back equals NFC of the sent one. */
export function normalise(value: string): string {
  return value.normalize('NFC');
}

/** Line separators of other programs become line breaks. */
export function withLineBreaks(value: string): string {
  return value.replaceAll(/[\v\f\u0085\u2028\u2029]/g, '\n');
}

/** Whether a reader sees nothing of it: only white space, format and other invisible characters. */
export function isBlank(value: string): boolean {
  return !VISIBLE.test(value);
}

/**
 * The number of graphemes in `value`, up to `limit`; `limit + 1` if there are more. Segmenting
 * costs about a microsecond for each character, so callers compare `length` first (code units >=
 * graphemes). Each step of a segmenter takes time in proportion to its whole text (200,000
 * characters took 50 s), so it gets the text in windows. The last grapheme of a window may continue
 * after it, so it starts the next one.
 */
export function countGraphemes(value: string, limit = Number.POSITIVE_INFINITY): number {
  let count = 0;
  let start = 0;
  let size = WINDOW;
  while (start < value.length && count <= limit) {
    const end = wholePair(value, Math.min(start + size, value.length));
    const starts: number[] = [];
    for (const { index } of segmenter.segment(value.slice(start, end))) starts.push(index);
    if (end === value.length) return Math.min(count + starts.length, limit + 1);
    const last = starts.at(-1)!;
    count += starts.length - 1;
    start += last;
    size = last === 0 ? size * 2 : WINDOW;
  }
  return Math.min(count, limit + 1);
}

/** Avoids half of a surrogate pair at the end of a window, which would count as a grapheme. */
function wholePair(value: string, end: number): number {
  const isHigh = (value.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return isHigh && end < value.length ? end + 1 : end;
}

function findSizeFault(value: string, rules: TextRules): Fault | null {
  const { maxGraphemes, minGraphemes = 0, maxBytes = DEFAULT_MAX_BYTES } = rules;
  if (minGraphemes >= 1 && isBlank(value)) return NOTHING_SHOWN;
  if (minGraphemes > 1 && countGraphemes(value, minGraphemes) < minGraphemes)
    return { rule: 'too-short', detail: `Must be at least ${minGraphemes} characters long.` };
  if (Buffer.byteLength(value) > maxBytes) return tooLong(`${maxBytes} bytes of UTF-8`);
  if (value.length <= maxGraphemes) return null;
  const isLonger =
    countCodePoints(value) > maxGraphemes * CODE_POINTS_PER_GRAPHEME ||
    countGraphemes(value, maxGraphemes) > maxGraphemes;
  return isLonger ? tooLong(`${maxGraphemes} characters long`) : null;
}

const tooLong = (most: string): Fault => ({ rule: 'too-long', detail: `Must be at most ${most}.` });

const forbidden = (detail: string): Fault => ({ rule: 'forbidden-character', detail });

function sentenceOf(codePoint: number): string {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff)
    return 'Must be well-formed Unicode: it holds half of a surrogate pair.';
  if (codePoint >= 0x202a && codePoint <= 0x202e)
    return 'Must not hold bidirectional embeddings or overrides (U+202A to U+202E).';
  if (codePoint <= 0x9f) return 'Must not hold control characters other than tab and line breaks.';
  return 'Must not hold code points that Unicode reserves (noncharacters).';
}

/** An isolate ends with its paragraph at the latest (UAX 9, BD2, B). */
function hasBalancedIsolates(value: string): boolean {
  return value.split(/[\n\r\u2029]/).every((line) => {
    let depth = 0;
    for (const [character] of line.matchAll(/[\u2066-\u2069]/g)) {
      depth += character === '\u2069' ? -1 : 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  });
}

function countCodePoints(value: string): number {
  let count = 0;
  for (let i = 0; i < value.length; i += value.codePointAt(i)! > 0xffff ? 2 : 1) count += 1;
  return count;
}
