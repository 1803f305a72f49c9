import { FilterXSS } from 'xss';
import { safeHref } from '../plain/safe-href.js';

/** Every element and attribute that rendered Markdown may contain. */
export const ALLOWED_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  hr: [],
  strong: [],
  em: [],
  s: [],
  code: [],
  pre: [],
  blockquote: [],
  ul: [],
  ol: ['start'],
  li: ['value'],
  a: ['href', 'rel'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['align'],
  td: ['align'],
};

/** Search engines do not follow the link, and the opened page cannot access its opener. */
const REL = 'nofollow ugc noopener noreferrer';

const filter = new FilterXSS({
  allowList: Object.fromEntries(
    Object.entries(ALLOWED_ELEMENTS).map(([element, attributes]) => [element, [...attributes]]),
  ),
  css: false,
  onTagAttr: (element, name, value) => allowAttribute(element, name, value),
});

/**
 * The second of two layers over Markdown, independent of the first one. Elements that are not on
 * the list are shown as text, other attributes are dropped, and every URL is parsed again.
 */
export function filterHtml(html: string): string {
  return filter.process(html);
}

/** The attribute as HTML, or an empty string. Values are already escaped, as in the source. */
function allowAttribute(element: string, name: string, value: string): string {
  if (element === 'a' && name === 'href') {
    const href = safeHref(unescape(value));
    // One string, so that no link lacks the `rel`.
    return href === null ? '' : `href="${href.replaceAll('&', '&amp;')}" rel="${REL}"`;
  }
  if (name === 'align' && (element === 'th' || element === 'td')) {
    return /^(?:left|center|right)$/.test(value) ? `align="${value}"` : '';
  }
  if ((element === 'ol' && name === 'start') || (element === 'li' && name === 'value')) {
    return /^\d{1,9}$/.test(value) ? `${name}="${value}"` : '';
  }
  return '';
}

/** The four entities that the Markdown renderer writes; others stay unchanged. */
function unescape(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
