import MarkdownIt from 'markdown-it';
import Token from 'markdown-it/lib/token.mjs';
import { filterHtml } from '../html/html-allow-list.js';
import { autolink, textAndWww } from './markdown-autolink.js';
import { boundBlocks } from './markdown-bounds.js';
import { readEmphasisAsMeant } from './markdown-emphasis.js';
import { keepShrug, keepStarsOfNumbers } from './markdown-literals.js';
import { referenceOrText } from './markdown-references.js';
import { reshape, textOf } from './markdown-reshape.js';
import { safeHref } from '../plain/safe-href.js';
import { isBlank } from '../plain/text-gate.js';

/** Stored with rendered text. Every change that alters the HTML of a source must increment it. */
export const RENDERER_VERSION = 4;

/** A character that no text contains, because the gate refuses it. */
const GAP = '\u0000';

const markdown = createParser();

/**
 * Renders Markdown (CommonMark with tables and strike-through; a single line break is a `<br>`) as
 * HTML that is safe to insert. Two independent layers ensure this: a parser that accepts no HTML,
 * and an allow-list (`ALLOWED_ELEMENTS`) over its output. Never throws; time and output are linear
 * in the source.
 *
 * Links are http, https and mailto. Images become links. Headings become bold paragraphs, because a
 * comment has no place in the outline of the page. Typed text is preserved: lists keep their
 * numbers, only fences make code, and a line of dashes makes no heading.
 */
export function renderMarkdown(source: string): string {
  return filterHtml(markdown.render(source, {}));
}

/** The text of Markdown without its markup, one line per block: for search, mail and feeds. */
export function plainText(source: string): string {
  const lines: string[] = [];
  let number = '';
  for (const token of markdown.parse(source, {})) {
    if (token.type === 'list_item_open') number = token.info && `${token.info}${token.markup} `;
    else if (token.type === 'fence') lines.push(token.content);
    else if (token.type === 'inline') {
      lines.push(number + textOf(token.children ?? []));
      number = '';
    }
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The author's own words, one text for each block: without code, quotes and links, whose text comes
 * from a page.
 */
export function ownWords(source: string): string[] {
  const texts: string[] = [];
  let quotes = 0;
  for (const { type, children } of markdown.parse(source, {})) {
    if (type === 'blockquote_open') quotes += 1;
    else if (type === 'blockquote_close') quotes -= 1;
    else if (type === 'inline' && quotes === 0) texts.push(textOf(unlinked(children ?? [])));
  }
  return texts;
}

/** Replaces code and links by empty text, so that the words around them are not joined. */
function unlinked(tokens: readonly Token[]): Token[] {
  let links = 0;
  return tokens.map((token) => {
    if (token.type === 'link_open') links += 1;
    if (token.type === 'link_close') links -= 1;
    if (links === 0 && token.type !== 'code_inline') return token;
    return Object.assign(new Token('text', '', 0), { content: GAP });
  });
}

/** Whether rendered Markdown shows nothing: no word, no sign and no picture. */
export function showsNothing(html: string): boolean {
  return isBlank(html.replaceAll(/<[^>]*>/g, ''));
}

function createParser(): MarkdownIt {
  const options = { html: false, breaks: true, maxNesting: 20 };
  const md = new MarkdownIt('default', options);
  md.disable(['html_block', 'html_inline', 'lheading', 'code']);
  md.core.ruler.disable(['linkify', 'replacements', 'smartquotes']);
  md.inline.ruler.at('text', textAndWww);
  md.inline.ruler.at('linkify', autolink);
  md.inline.ruler.before('escape', 'shrug', keepShrug);
  md.inline.ruler.before('emphasis', 'stars_of_numbers', keepStarsOfNumbers);
  md.block.ruler.at('reference', referenceOrText);
  md.core.ruler.before('text_join', 'reshape', reshape);
  boundBlocks(md);
  readEmphasisAsMeant(md);

  // A URL that may not be linked becomes empty, which the parser treats as no link.
  md.normalizeLink = (address) => safeHref(address) ?? '';
  md.validateLink = (href) => href !== '';
  // A URL is shown as typed: decoding punycode could make it look like another.
  md.normalizeLinkText = (address) => address;

  // An empty heading shows nothing, and would be a dozen times longer than its source.
  md.renderer.rules.heading_open = (tokens, at) => (tokens[at + 1].content ? '<p><strong>' : '');
  md.renderer.rules.heading_close = (tokens, at) =>
    tokens[at - 1].content ? '</strong></p>\n' : '';
  return md;
}
