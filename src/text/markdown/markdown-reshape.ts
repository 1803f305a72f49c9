import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import Token from 'markdown-it/lib/token.mjs';
import { safeHref } from '../plain/safe-href.js';

/** Deeper emphasis is not rendered: no text needs it, and trees of 10,000 levels are slow. */
const MAX_INLINE_LEVEL = 20;

/**
 * A link is a few characters of source, and 60 characters of HTML in addition to its URL. A
 * reference definition can be used many times, each time with its whole URL. So all links of a text
 * together are limited to this multiple of its length, or 16 KiB.
 */
const MAX_LINKS_FACTOR = 4;
const LEAST_LINKS_BUDGET = 16_384;
const LINK_MARKUP = 60;

/** Characters that an entity must not produce, because the gate refuses them in the source. */
const UNTRUE = /[\p{C}\p{M}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

interface Walk {
  state: StateCore;
  /** The remaining characters for links. */
  links: number;
  /** For each open inline element, whether it is shown, and whether it is a shown link. */
  open: { shown: boolean; link: boolean }[];
}

/**
 * A core rule that rewrites the parser's tokens for Colloquy: images become links; links have no
 * title, and are text inside a link; code has no language class; alignment is an attribute instead
 * of a style; and an entity for a forbidden character stays as it was typed.
 */
export function reshape(state: StateCore): void {
  const links = Math.max(LEAST_LINKS_BUDGET, MAX_LINKS_FACTOR * state.src.length);
  const walk: Walk = { state, links, open: [] };
  keepNumbers(state.tokens);
  for (const token of state.tokens) {
    if (token.type === 'inline') {
      walk.open = [];
      token.children = (token.children ?? []).flatMap((child) => reshapeInline(child, walk));
    } else if (token.type === 'fence') {
      token.info = '';
    } else if (token.type === 'th_open' || token.type === 'td_open') {
      const style = token.attrGet('style');
      token.attrs = style === null ? null : [['align', style.replace('text-align:', '')]];
    }
  }
}

/**
 * A list counts from its first number; an item with a different typed number states it explicitly.
 */
function keepNumbers(tokens: readonly Token[]): void {
  const lists: { next: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'ordered_list_open')
      lists.push({ next: Number(token.attrGet('start') ?? 1) });
    if (token.type === 'bullet_list_open') lists.push({ next: NaN });
    if (token.type.endsWith('_list_close')) lists.pop();
    const list = lists.at(-1);
    if (token.type !== 'list_item_open' || !list || token.info === '') continue;
    const typed = Number(token.info);
    if (typed !== list.next) token.attrSet('value', String(typed));
    list.next = typed + 1;
  }
}

/** The text of inline tokens without their markup. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      return token.type === 'image' ? textOf(token.children ?? []) : token.content;
    })
    .join('');
}

function reshapeInline(token: Token, walk: Walk): Token[] {
  if (token.type === 'text_special') restoreUntrueEntity(token);
  if (token.type === 'image') return reshapeImage(token, walk);
  if (token.nesting === 1) openInline(token, walk);
  if (token.nesting === -1) token.hidden = !walk.open.pop()?.shown;
  return [token];
}

function openInline(token: Token, walk: Walk): void {
  const link = token.type === 'link_open';
  const shown = link ? openLink(token, walk) : walk.open.length < MAX_INLINE_LEVEL;
  token.hidden = !shown;
  walk.open.push({ shown, link: link && shown });
}

/** Whether the link is rendered; its text is in any case. */
function openLink(token: Token, walk: Walk): boolean {
  const href = safeHref(token.attrGet('href') ?? '');
  if (href === null || walk.open.some(({ link }) => link)) return false;
  if (!takes(walk, LINK_MARKUP + lengthOf(href))) return false;
  token.attrs = [['href', href]];
  return true;
}

function reshapeImage(image: Token, walk: Walk): Token[] {
  for (const child of image.children ?? []) restoreUntrueEntity(child);
  const open = new walk.state.Token('link_open', 'a', 1);
  const address = image.attrGet('src') ?? '';
  open.attrs = [['href', address]];
  const text = new walk.state.Token('text', '', 0);
  text.content = textOf(image.children ?? []).trim();
  // An image without a text shows its URL. A reference can repeat a URL many times, so it counts
  // against the budget.
  if (text.content === '' && takes(walk, lengthOf(address))) text.content = address;
  if (!openLink(open, walk)) return [text];
  return [open, text, new walk.state.Token('link_close', 'a', -1)];
}

/** Takes characters from the budget, if enough are left. */
function takes(walk: Walk, characters: number): boolean {
  if (characters > walk.links) return false;
  walk.links -= characters;
  return true;
}

/** The length of a URL in HTML. */
function lengthOf(address: string): number {
  return address.length + 4 * (address.split('&').length - 1);
}

function restoreUntrueEntity(token: Token): void {
  if (token.info === 'entity' && UNTRUE.test(token.content)) token.content = token.markup;
}
