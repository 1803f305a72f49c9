import { isBlank } from '../../text/plain/text-gate.js';
import { plainText } from '../../text/markdown/markdown.js';
import { safeHref } from '../../text/plain/safe-href.js';
import { escapeLineStart, escapePlain, escapeText } from './markdown-escape.js';
import { type InlinePiece, splitEdges, writeRuns } from './markdown-runs.js';

/**
 * One line of Markdown; white space in `pieces` is already collapsed. Empty when nothing shows.
 * Emphasis is kept if our own renderer parses it as such, else only the text: adjacent delimiters
 * are parsed in ways that no simple rule predicts.
 */
export function writeLine(pieces: readonly InlinePiece[]): string {
  const marked = joinGroups(pieces);
  if (pieces.every(({ marks }) => marks === 0)) return marked;
  const unmarked = joinGroups(pieces.map((piece) => ({ ...piece, marks: 0 })));
  return lettersOf(marked) === lettersOf(unmarked) ? marked : unmarked;
}

function lettersOf(markdown: string): string {
  return plainText(markdown).replace(/\s/g, '');
}

function joinGroups(pieces: readonly InlinePiece[]): string {
  let line = '';
  for (let from = 0; from < pieces.length;) {
    const { href } = pieces[from];
    let to = from + 1;
    while (to < pieces.length && pieces[to].href === href) to += 1;
    const group = pieces.slice(from, to);
    const text = href === null ? writeRuns(group, escapeText) : writeLink(group, href);
    // `!` before `[` would turn the link into an image.
    const isImage = href !== null && text.startsWith('[') && line.endsWith('!');
    line = `${isImage ? `${line.slice(0, -1)}\\!` : line}${text}`;
    from = to;
  }
  line = line.replace(/^ | $/g, '');
  if (isBlank(line)) return '';
  const first = pieces.find(({ text }) => text.trim() !== '');
  return first?.kind === 'text' && first.href === null ? escapeLineStart(line) : line;
}

function writeLink(pieces: readonly InlinePiece[], href: string): string {
  const shown = pieces.map(({ text }) => text).join('');
  const [before, text, after] = splitEdges(shown);
  if (text === '') return shown;
  const target = safeHref(href)!;
  if (safeHref(text) === target && /^https?:\S+$/i.test(text)) return `${before}<${text}>${after}`;
  if (isShortened(text, href)) return `${before}<${href}>${after}`;
  const destination = target.replace(/[()\\]/g, (character) => PERCENT[character]);
  return `${before}[${writeRuns(pieces, escapePlain).trim()}](${destination})${after}`;
}

const PERCENT: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '\\': '%5C' };

/** Whether `text` is the URL without its end or scheme, as hosted systems show it. */
function isShortened(text: string, href: string): boolean {
  if (!/^https?:/i.test(href)) return false;
  const shown = text.replace(/(?:\.\.\.|…)$/, '');
  if (!/^(?:https?:\/\/|www\.)\S{3,}$/i.test(shown)) return false;
  const [address, start] = [readable(href), readable(shown)];
  return shown === text ? address === start : address.startsWith(start);
}

function readable(address: string): string {
  const bare = address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  try {
    return decodeURI(bare).toLowerCase();
  } catch {
    return bare.toLowerCase();
  }
}
