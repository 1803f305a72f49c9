/** Entities that hardly anybody writes about; `&amp;lt;` may be about HTML. */
const TWICE =
  /&amp;(?=(?:amp|quot|apos|hellip|nbsp|[lr][sd]quo|[lr]aquo|[nm]dash|#0{0,4}39|#160|#8\d{3}|#x27|#x20[\da-f]{2});)/gi;

const ESCAPED_START = /^&lt;(p|div|blockquote)(?:\s|&gt;)/i;

/** Undoes the second escaping of HTML that was escaped twice; other HTML is unchanged. */
export function undoDoubleEscape(html: string): string {
  if (!html.includes('&')) return html;
  const once = isEscapedMarkup(html.trim())
    ? html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    : html;
  return /<(?:code|pre)\b/i.test(once) ? once : once.replace(TWICE, '&');
}

/** A whole comment in escaped paragraphs, without any real tag. */
function isEscapedMarkup(html: string): boolean {
  const tag = ESCAPED_START.exec(html)?.[1];
  return tag !== undefined && !html.includes('<') && html.endsWith(`&lt;/${tag}&gt;`);
}
