import { safeHref } from './safe-href.js';

/** The most candidate URLs in one text. Each costs some microseconds of URL parsing. */
export const MAX_CANDIDATES = 500;

/** Nobody types longer URLs. */
const MAX_LENGTH = 2_048;

/** A letter of another script does not continue a Latin word: in `请看https://e.org` a URL starts. */
export const SCHEME_AT_THE_END = /(?:^|[^\p{Script=Latin}\p{N}])(https?)$/iu;

export const WWW = 'www.';
const NO_ADDRESS_BEFORE_WWW = /[\p{Script=Latin}\p{N}@./:_-]$/u;

/**
 * A part of a URL: up to a bracket, white space, a quotation mark of any language, an emoji, or a
 * character that a URL must escape.
 */
const STRETCH =
  /(?:(?!\p{Extended_Pictographic}|\p{Regional_Indicator})[^\s\p{Cc}\p{Pi}\p{Pf}<>"`{}|\\^„‚「」『』【】（）、。，！？()[\]])*/uy;

/** Punctuation that belongs to the sentence rather than the URL. */
const TRAILING = /[.,;:!?'…–—]/;
/** A URL may end with one of these, unless it is only a host, or an emphasis ends there. */
const MARK = /[-_*~]/;

/** How many closing marks of an open emphasis are still expected. */
type OpenMarks = (mark: string) => number;
const NONE_OPEN: OpenMarks = () => 0;

export interface BareAddress {
  from: number;
  to: number;
  /** False for one that starts with `www.`. */
  hasScheme: boolean;
}

/** The URLs in a text without markup, by the rules for typed text. */
export function* bareAddresses(text: string): Generator<BareAddress> {
  let after = 0;
  let candidates = MAX_CANDIDATES;
  for (const { 0: mark, index } of text.matchAll(/:\/\/|www\./g)) {
    if (index < after) continue;
    const scheme =
      mark === WWW ? '' : SCHEME_AT_THE_END.exec(text.slice(after, index).slice(-6))?.[1];
    if (scheme === undefined || (mark === WWW && !beginsWww(text, index))) continue;
    candidates -= 1;
    if (candidates < 0) return;
    const [from, to] = [index - scheme.length, endOfAddress(text, index + mark.length)];
    if (to === index + mark.length || hrefOf(text.slice(from, to), scheme) === null) continue;
    yield { from, to, hasScheme: scheme !== '' };
    after = to;
  }
}

export function beginsWww(source: string, at: number): boolean {
  return (
    source.startsWith(WWW, at) && !NO_ADDRESS_BEFORE_WWW.test(source.slice(Math.max(0, at - 2), at))
  );
}

/** @param scheme empty if the address has none */
export function hrefOf(address: string, scheme: string): string | null {
  return safeHref(scheme ? address : `https://${address}`);
}

/**
 * Where a URL that continues at `start` ends. Brackets that it did not open do not belong to it.
 */
export function endOfAddress(
  text: string,
  start: number,
  most = text.length,
  openMarks = NONE_OPEN,
): number {
  const source = text.slice(start, Math.min(most, start + MAX_LENGTH));
  const open: string[] = [];
  let end = 0;
  for (;;) {
    STRETCH.lastIndex = end;
    end += STRETCH.exec(source)![0].length;
    const bracket = source[end];
    if (bracket === '(' || bracket === '[') open.push(bracket === '(' ? ')' : ']');
    else if ((bracket !== ')' && bracket !== ']') || open.pop() !== bracket) break;
    end += 1;
  }
  return start + withoutEnd(source, end, openMarks);
}

/** The length of a URL without the punctuation of the sentence or emphasis around it. */
function withoutEnd(source: string, length: number, openMarks: OpenMarks): number {
  const emphasis = new Map<string, number>();
  const path = source.search(/[/?#]/);
  let end = length;
  for (; end > 0; end -= 1) {
    const last = source[end - 1];
    if (TRAILING.test(last)) continue;
    if (!MARK.test(last)) break;
    if (path === -1 || path >= end) continue;
    const open = emphasis.get(last) ?? openMarks(last);
    if (open === 0) break;
    emphasis.set(last, open - 1);
  }
  return end;
}
