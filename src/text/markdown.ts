import MarkdownIt from 'markdown-it';
import { filterHtml } from './html-allow-list.js';
import { autolink } from './markdown-autolink.js';
import { boundBlocks } from './markdown-bounds.js';
import { reshape, textOf } from './markdown-reshape.js';
import { safeHref } from './safe-href.js';

/** Stored with rendered text; raised by every change that gives other HTML for the same source. */
export const RENDERER_VERSION = 2;

const markdown = createParser();

/**
 * Markdown (CommonMark with tables and strike-through, a single line break is a `<br>`) as HTML
 * that is safe to insert. Two layers that do not know each other: a parser that takes no HTML, and
 * an allow-list (`ALLOWED_ELEMENTS`) over its output. Never throws; time and output are linear in
 * the source.
 *
 * Links are http, https and mailto; images become links; headings become bold paragraphs, because
 * a comment has no place in the page's outline.
 */
export function renderMarkdown(source: string): string {
  return filterHtml(markdown.render(source, {}));
}

/** The words of Markdown without its markup, a line for each block: for search, mail and feeds. */
export function plainText(source: string): string {
  const lines: string[] = [];
  for (const token of markdown.parse(source, {})) {
    if (token.type === 'inline') lines.push(textOf(token.children ?? []));
    else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content);
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function createParser(): MarkdownIt {
  const options = { html: false, breaks: true, maxNesting: 20 };
  const md = new MarkdownIt('default', options);
  md.disable(['html_block', 'html_inline']);
  md.core.ruler.disable(['linkify', 'replacements', 'smartquotes']);
  md.inline.ruler.at('linkify', autolink);
  md.core.ruler.before('text_join', 'reshape', reshape);
  boundBlocks(md);

  // An address that may not be a link gives an empty one, which is then no link.
  md.normalizeLink = (address) => safeHref(address) ?? '';
  md.validateLink = (href) => href !== '';
  // An address is shown as it was typed: decoding punycode would let it look like another.
  md.normalizeLinkText = (address) => address;

  // An empty one shows nothing, and would be a dozen times as long as its source.
  md.renderer.rules.heading_open = (tokens, at) => (tokens[at + 1].content ? '<p><strong>' : '');
  md.renderer.rules.heading_close = (tokens, at) =>
    tokens[at - 1].content ? '</strong></p>\n' : '';
  return md;
}
