import { bareAddresses } from '../../text/plain/bare-address.js';

/** Markdown's inline characters; `_` only at the edge of a word, `~` only doubled. */
const SPECIAL =
  /[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[A-Za-z/!?]|$)|&(?=#?\w+;|$)|~(?=~|$)|(?<=~|^)~/gu;

/** The beginnings that turn a line into a block. */
const LINE_STARTS: readonly RegExp[] = [
  /^(?=#{1,6}(?:\s|$))/, // heading
  /^(?=>)/, // quotation
  /^(?=[-+](?:\s|$))/, // list
  /^\d{1,9}(?=[.)](?:\s|$))/, // ordered list
  /^(?=[-=]+\s*$)/, // underline of a heading
  /^(?=(?:-\s*){3,}$)/, // rule
  /^(?=[|:-][|:\s-]*$)/, // delimiter row of a table
];

/** Escapes `text` for use within a line; bare URLs become links, like typed ones. */
export function escapeText(text: string): string {
  let output = '';
  let after = 0;
  for (const { from, to, hasScheme } of bareAddresses(text)) {
    const address = text.slice(from, to);
    output += escapePlain(text.slice(after, from)) + (hasScheme ? `<${address}>` : address);
    after = to;
  }
  return output + escapePlain(text.slice(after));
}

/** Like `escapeText`, but within a link, which cannot contain another. */
export function escapePlain(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** Escapes a finished line that would start a block. */
export function escapeLineStart(line: string): string {
  const start = LINE_STARTS.find((pattern) => pattern.test(line));
  return start ? line.replace(start, (kept) => `${kept}\\`) : line;
}
