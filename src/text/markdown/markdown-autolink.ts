import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import text from 'markdown-it/lib/rules_inline/text.mjs';
import {
  beginsWww,
  endOfAddress,
  hrefOf,
  MAX_CANDIDATES,
  SCHEME_AT_THE_END,
  WWW,
} from '../plain/bare-address.js';

/** The parser counts the links around a position; its types lack the field. */
type Linking = StateInline & { linkLevel: number };

/**
 * An inline rule that links bare `http://` and `https://` URLs, and neither `example.com` nor
 * e-mail addresses. It starts at each `://` instead of scanning every text, which costs a fifth of
 * the time of the parser's own linkifier.
 */
export function autolink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('://', state.pos)) return false;
  const scheme = SCHEME_AT_THE_END.exec(state.pending.slice(-6))?.[1];
  return scheme !== undefined && link(state, silent, state.pos + 3, scheme);
}

/** Consumes text up to possible markup, like the parser's own rule, or up to a `www.`. */
export function textAndWww(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (beginsWww(src, pos) && link(state, silent, pos + WWW.length, '')) return true;
  const { pending } = state;
  if (!text(state, silent)) return false;
  const taken = src.slice(pos, state.pos);
  for (let at = taken.indexOf(WWW, 1); at !== -1; at = taken.indexOf(WWW, at + WWW.length)) {
    if (!beginsWww(src, pos + at)) continue;
    state.pos = pos + at;
    if (!silent) state.pending = pending + taken.slice(0, at);
    break;
  }
  return true;
}

/**
 * Inserts a link for the URL around `state.pos`.
 * @param rest where the host continues
 * @param scheme of the URL, which is before `state.pos` already; empty if it has none
 */
function link(state: StateInline, silent: boolean, rest: number, scheme: string): boolean {
  if ((state as Linking).linkLevel > 0) return false;
  const budget = state.env as { candidates?: number };
  budget.candidates = (budget.candidates ?? MAX_CANDIDATES) - 1;
  if (budget.candidates < 0) return false;

  const end = endOfAddress(state.src, rest, state.posMax, (mark) => openEmphasis(state, mark));
  if (end === rest) return false;
  const address = scheme + state.src.slice(state.pos, end);
  const href = hrefOf(address, scheme);
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

/** How many closing marks of an open emphasis are still expected. */
function openEmphasis({ delimiters }: StateInline, mark: string): number {
  let depth = 0;
  for (const { marker, open, close } of delimiters) {
    if (marker !== mark.charCodeAt(0)) continue;
    if (close && depth > 0) depth -= 1;
    else if (open) depth += 1;
  }
  return mark === '~' ? depth * 2 : depth;
}
