import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { safeHref } from './safe-href.js';

/** Addresses tried in one text. Each costs a parse by the URL standard, some microseconds. */
const MAX_CANDIDATES = 500;

/** Longer ones are no addresses that anybody typed. */
const MAX_LENGTH = 2_048;

/** The parser counts the links around a position; its type package does not say so. */
type Linking = StateInline & { linkLevel: number };

const SCHEME_AT_THE_END = /(?:^|[^\p{L}\p{N}])(https?)$/iu;

/**
 * A stretch of an address: up to a bracket, white space, a quotation mark of any language or what
 * no address holds unescaped.
 */
const STRETCH = /[^\s\p{Cc}\p{Pi}\p{Pf}<>"`{}|\\^„‚「」『』【】（）、。，！？()[\]]*/uy;

/** Characters that end a sentence or an emphasis rather than an address. */
const TRAILING = /[.,;:!?'*_~…-]/;

/**
 * An inline rule that makes links of bare `http://` and `https://` addresses, and of nothing else
 * (no `www.`, no `example.com`, no e-mail addresses). It looks where a `://` stands instead of
 * searching every text, which costs a fifth of what the parser's own linkifier does.
 */
export function autolink(state: StateInline, silent: boolean): boolean {
  if ((state as Linking).linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false;
  const scheme = SCHEME_AT_THE_END.exec(state.pending.slice(-6))?.[1];
  if (scheme === undefined) return false;

  const budget = state.env as { candidates?: number };
  budget.candidates = (budget.candidates ?? MAX_CANDIDATES) - 1;
  if (budget.candidates < 0) return false;

  const end = findEnd(state.src, state.pos + 3, state.posMax);
  if (end === state.pos + 3) return false;
  const address = scheme + state.src.slice(state.pos, end);
  const href = safeHref(address);
  if (href === null) return false;

  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length);
    state.push('link_open', 'a', 1).attrs = [['href', href]];
    state.push('text', '', 0).content = address;
    state.push('link_close', 'a', -1);
  }
  state.pos = end;
  return true;
}

/** Where an address that goes on at `start` ends: brackets that it did not open are not its own. */
function findEnd(source: string, start: number, max: number): number {
  const text = source.slice(start, Math.min(max, start + MAX_LENGTH));
  const open: string[] = [];
  let end = 0;
  for (;;) {
    STRETCH.lastIndex = end;
    end += STRETCH.exec(text)![0].length;
    const bracket = text[end];
    if (bracket === '(' || bracket === '[') open.push(bracket === '(' ? ')' : ']');
    else if ((bracket !== ')' && bracket !== ']') || open.pop() !== bracket) break;
    end += 1;
  }
  while (end > 0 && TRAILING.test(text[end - 1])) end -= 1;
  return start + end;
}
