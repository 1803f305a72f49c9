import { safeHref } from '../../text/safe-href.js';

/** An address in running text, without the punctuation that follows it. */
const BARE_URL = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"'`\\]*[^\s<>"'`\\.,;:!?…*_~]/giu;

/** Characters that Markdown reads anywhere; `_` only at the edge of a word, `~` only doubled. */
const SPECIAL =
  /[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[A-Za-z/!?]|$)|&(?=#?\w+;|$)|~(?=~|$)|(?<=~|^)~/gu;

/** The beginnings that make a block of a line. */
const LINE_STARTS: readonly RegExp[] = [
  /^(?=#{1,6}(?:\s|$))/, // heading
  /^(?=>)/, // quotation
  /^(?=[-+](?:\s|$))/, // list
  /^\d{1,9}(?=[.)](?:\s|$))/, // ordered list
  /^(?=[-=]+\s*$)/, // underline of a heading
  /^(?=(?:-\s*){3,}$)/, // rule
  /^(?=[|:-][|:\s-]*$)/, // delimiter row of a table
];

/** `text` as Markdown that reads as `text` within a line; bare addresses become autolinks. */
export function escapeText(text: string): string {
  let output = '';
  let from = 0;
  for (const match of text.matchAll(BARE_URL)) {
    const url = withoutOpenBracket(match[0]);
    if (safeHref(url) === null) continue;
    output += `${escapePlain(text.slice(from, match.index))}<${url}>`;
    from = match.index + url.length;
  }
  return output + escapePlain(text.slice(from));
}

/** As `escapeText`, but within a link, which cannot hold another. */
export function escapePlain(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** Puts a backslash where a finished line would begin a block. */
export function escapeLineStart(line: string): string {
  const start = LINE_STARTS.find((pattern) => pattern.test(line));
  return start ? line.replace(start, (kept) => `${kept}\\`) : line;
}

/** Of `(see http://a.example/b)` the bracket is not the address's; of `/wiki/A_(b)` it is. */
function withoutOpenBracket(url: string): string {
  let surplus = url.split(')').length - url.split('(').length;
  let end = url.length;
  for (; surplus > 0 && url[end - 1] === ')'; surplus -= 1) end -= 1;
  return url.slice(0, end);
}
