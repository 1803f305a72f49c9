import { decodeEntities } from './html-entities.js';
import { findTagEnd } from '../xml/tag-end.js';

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string };

/** Elements whose content browsers do not show. */
const UNSHOWN = new Set(['script', 'style', 'template', 'head', 'noembed', 'noframes']);

const NAME = /<(\/?)([A-Za-z][^\s/<>"'=]*)/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * The tags and texts of a piece of HTML, names in lower case, entities decoded. Comments and
 * content that browsers do not show are dropped. A `<` that starts no tag is text. Linear in the
 * length of `html`, and without a tree, so nesting costs nothing.
 */
export function* tokenizeHtml(html: string): Generator<HtmlToken> {
  // Searched once, so that an unclosed `<!--` is not searched to the end each time.
  const lastCommentEnd = html.lastIndexOf('-->');
  let from = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const tag = readTag(html, at, lastCommentEnd);
    if (!tag) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > from) yield { kind: 'text', text: decodeEntities(html.slice(from, at)) };
    if (tag.token) yield tag.token;
    from = tag.end;
    at = html.indexOf('<', from);
  }
  if (from < html.length) yield { kind: 'text', text: decodeEntities(html.slice(from)) };
}

function readTag(
  html: string,
  at: number,
  lastCommentEnd: number,
): { end: number; token?: HtmlToken } | null {
  if (html[at + 1] === '!') return readDeclaration(html, at, lastCommentEnd);
  NAME.lastIndex = at;
  const match = NAME.exec(html);
  if (!match) return null;
  const end = findTagEnd(html, at);
  if (typeof end !== 'number') return null;
  const name = match[2].toLowerCase();
  if (match[1]) return { end, token: { kind: 'close', name } };
  if (UNSHOWN.has(name)) return { end: endOfUnshown(html, end, name) };
  const attributes = readAttributes(html.slice(NAME.lastIndex, end - 1));
  return { end, token: { kind: 'open', name, attributes } };
}

/** `<!-- -->` and `<!doctype>`; a comment that does not end is text. */
function readDeclaration(html: string, at: number, lastCommentEnd: number): { end: number } | null {
  if (html.startsWith('<!--', at)) {
    if (at > lastCommentEnd) return null;
    return { end: html.indexOf('-->', at) + 3 };
  }
  if (!/^<!doctype/i.test(html.slice(at, at + 9))) return null;
  const end = findTagEnd(html, at);
  return typeof end === 'number' ? { end } : null;
}

function endOfUnshown(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}[^<>]*>`, 'gi');
  close.lastIndex = from;
  return close.exec(html) ? close.lastIndex : html.length;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  if (!text.includes('=')) return NONE;
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}
