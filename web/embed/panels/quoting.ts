import type { Comment } from '@colloquy/client';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Quote } from '../discussion/open-panels.js';
import type { Selected } from '../discussion/selection-in-comment.js';

const MOST_CHARACTERS = 1_000;

/** Adds a piece of a comment to the open draft, or to a reply to the comment. */
export function quote(comment: Comment, selected: Selected | null, context: ThreadContext): void {
  const { panels } = context;
  const place = panels.lastReply ?? comment.id;
  const piece = selected?.id === comment.id ? placeOf(selected, comment.body ?? '') : null;
  const taken = quoteOf(comment, piece ?? [0, Infinity]);
  if (taken) context.signedIn(place, () => panels.show(place, { is: 'reply', quote: taken }), true);
}

function quoteOf(
  { id: commentId, version, body, author }: Comment,
  [start, wanted]: readonly [number, number],
): Quote | null {
  const characters = [...(body ?? '')];
  const end = Math.min(wanted, characters.length, start + MOST_CHARACTERS);
  if (end <= start) return null;
  const text = characters.slice(start, end).join('');
  return { commentId, version, start, end, text, name: author?.displayName ?? '' };
}

/**
 * The position of the selected text in its Markdown source, in characters; null if it is not found.
 * Only letters and digits are compared, since marks, links and line ends are not selected.
 */
export function placeOf(
  { text, before }: Pick<Selected, 'text' | 'before'>,
  markdown: string,
): readonly [number, number] | null {
  const characters = [...markdown];
  // The target of a link is not visible.
  const seen = [...markdown.replace(/\]\([^)\s]*(\s[^)]*)?\)/g, (target) => blank(target))];
  const places = seen.flatMap((character, index) => (isLetter(character) ? [index] : []));
  const letters = places.map((index) => seen[index]!.toLowerCase());
  const wanted = lettersOf(text);
  if (wanted.length === 0) return null;
  const expected = lettersOf(before).length;
  let best = -1;
  for (let at = 0; at + wanted.length <= letters.length; at++)
    if (wanted.every((letter, nth) => letters[at + nth] === letter))
      if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  if (best < 0) return null;
  const start = places[best]!;
  const end = places[best + wanted.length - 1]! + 1;
  return [start, end + trailing(text, characters.slice(end))];
}

/** The punctuation that was selected after the last word. */
function trailing(text: string, rest: readonly string[]): number {
  const marks = [...(/[^\p{L}\p{N}\p{M}\s]*\s*$/u.exec(text)?.[0].trimEnd() ?? '')];
  const differs = marks.findIndex((mark, nth) => rest[nth] !== mark);
  return differs < 0 ? marks.length : differs;
}

function blank(text: string): string {
  return ' '.repeat([...text].length);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}

function lettersOf(text: string): string[] {
  return [...text].filter(isLetter).map((character) => character.toLowerCase());
}
