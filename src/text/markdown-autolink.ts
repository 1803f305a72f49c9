import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import text from 'markdown-it/lib/rules_inline/text.mjs';
import { safeHref } from './safe-href.js';

/** Addresses tried in one text. Each costs a parse by the URL standard, some microseconds. */
const MAX_CANDIDATES = 500;

/** Longer ones are no addresses that anybody typed. */
const MAX_LENGTH = 2_048;

/** The parser counts the links around a position; its type package does not say so. */
type Linking = StateInline & { linkLevel: number };

/** A letter of another script ends no Latin word: in `请看https://e.org` an address begins. */
const SCHEME_AT_THE_END = /(?:^|[^\p{Script=Latin}\p{N}])(https?)$/iu;

const WWW = 'www.';
const NO_ADDRESS_BEFORE_WWW = /[\p{Script=Latin}\p{N}@./:_-]$/u;

/**
 * A stretch of an address: up to a bracket, white space, a quotation mark of any language, an emoji or
 * what no address holds unescaped.
 */
const STRETCH =
  /(?:(?!\p{Extended_Pictographic}|\p{Regional_Indicator})[^\s\p{Cc}\p{Pi}\p{Pf}<>"`{}|\\^„‚「」『』【】（）、。，！？()[\]])*/uy;

/** Characters that end a sentence rather than an address. */
const TRAILING = /[.,;:!?'…–—]/;
/** An address may end with one of them, unless it is a host alone or an emphasis ends there. */
const MARK = /[-_*~]/;

/**
 * An inline rule that makes links of bare `http://` and `https://` addresses (and of no `example.com`
 * or e-mail addresses). It looks where a `://` stands instead of searching every text, which costs a
 * fifth of what the parser's own linkifier does.
 */
export function autolink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('://', state.pos)) return false;
  const scheme = SCHEME_AT_THE_END.exec(state.pending.slice(-6))?.[1];
  return scheme !== undefined && link(state, silent, state.pos + 3, scheme);
}

/** Text up to what may be markup, as the parser's own rule takes it, and no further than a `www.`. */
export function textAndWww(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (beginsWww(src, pos) && link(state, silent, pos + WWW.length, '')) return true;
  const { pending } = state;
  if (!text(state, silent)) return false;
  for (const { index } of src.slice(pos, state.pos).matchAll(/www\./g)) {
    if (index === 0 || !beginsWww(src, pos + index)) continue;
    state.pos = pos + index;
    if (!silent) state.pending = pending + src.slice(pos, state.pos);
    break;
  }
  return true;
}

function beginsWww(source: string, at: number): boolean {
  return (
    source.startsWith(WWW, at) && !NO_ADDRESS_BEFORE_WWW.test(source.slice(Math.max(0, at - 2), at))
  );
}

/**
 * Writes a link to the address around `state.pos`.
 * @param rest where its host goes on
 * @param scheme of the address, which stands before `state.pos` already; empty where it has none
 */
function link(state: StateInline, silent: boolean, rest: number, scheme: string): boolean {
  if ((state as Linking).linkLevel > 0) return false;
  const budget = state.env as { candidates?: number };
  budget.candidates = (budget.candidates ?? MAX_CANDIDATES) - 1;
  if (budget.candidates < 0) return false;

  const end = findEnd(state, rest);
  if (end === rest) return false;
  const address = scheme + state.src.slice(state.pos, end);
  const href = safeHref(scheme ? address : `https://${address}`);
  if (href === null) return false;

  if (!silent) {
    if (scheme) state.pending = state.pending.slice(0, -scheme.length);
    state.push('link_open', 'a', 1).attrs = [['href', href]];
    state.push('text', '', 0).content = address;
    state.push('link_close', 'a', -1);
  }
  state.pos = end;
  return true;
}

/** Where an address that goes on at `start` ends: brackets that it did not open are not its own. */
function findEnd(state: StateInline, start: number): number {
  const source = state.src.slice(start, Math.min(state.posMax, start + MAX_LENGTH));
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
  return start + withoutEnd(state, source, end);
}

/** The length of an address without the punctuation of the sentence or of the emphasis around it. */
function withoutEnd(state: StateInline, source: string, length: number): number {
  const emphasis = new Map<string, number>();
  const path = source.search(/[/?#]/);
  let end = length;
  for (; end > 0; end -= 1) {
    const last = source[end - 1];
    if (TRAILING.test(last)) continue;
    if (!MARK.test(last)) break;
    if (path === -1 || path >= end) continue;
    const open = emphasis.get(last) ?? openEmphasis(state, last);
    if (open === 0) break;
    emphasis.set(last, open - 1);
  }
  return end;
}

/** How many marks of an emphasis that has begun before are still to come. */
function openEmphasis({ delimiters }: StateInline, mark: string): number {
  let depth = 0;
  for (const { marker, open, close } of delimiters) {
    if (marker !== mark.charCodeAt(0)) continue;
    if (close && depth > 0) depth -= 1;
    else if (open) depth += 1;
  }
  return mark === '~' ? depth * 2 : depth;
}
