import { ownWords } from './markdown.js';
import { USERNAME_PATTERN } from '../names/names.js';

/** A text with more mentions than this notifies nobody. */
const MOST_MENTIONS = 10;

/**
 * The @ must be at the start of a text or after a character that is not part of a word:
 * `me@example.org` and `x/@name` are no mentions.
 */
const MENTION = /(?<![\p{L}\p{M}\p{N}_@/.+-])@([A-Za-z0-9_.-]+)/gu;

const WORD = /^[\p{L}\p{M}\p{N}_]/u;

/** Characters that can end a user name or a sentence. */
const LAST_SIGNS = ['.', '-'];

/**
 * The mentions in a comment: for each the possible user names, likeliest first. `@anna.` is the
 * account `anna.`, or `anna` at the end of a sentence; `@anna-то` is `anna`.
 */
export function findMentions(source: string): string[][] {
  if (!source.includes('@')) return [];
  const found = new Map<string, string[]>();
  for (const text of ownWords(source)) {
    for (const match of text.matchAll(MENTION)) {
      const names = namesIn(match[1].toLowerCase(), text.slice(match.index + match[0].length));
      if (names.length > 0) found.set(names[0], names);
      if (found.size === MOST_MENTIONS) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** @param behind the text after the match; a letter of another script continues the word */
function namesIn(signs: string, behind: string): string[] {
  const names: string[] = [];
  let next = behind;
  for (let name = signs; ; name = name.slice(0, -1)) {
    if (USERNAME_PATTERN.test(name) && !WORD.test(next)) names.push(name);
    next = name.slice(-1);
    if (!LAST_SIGNS.includes(next)) return names;
  }
}
