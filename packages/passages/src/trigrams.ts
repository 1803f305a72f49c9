/**
 * Trigrams as `pg_trgm` computes them: of each word in lower case, with two spaces before it and
 * one after it. The extension itself is not used, because it measures similarity without a
 * position, and because it knows only ASCII letters in a database with the locale C.
 */
export interface Word {
  /** In UTF-16 code units. */
  start: number;
  end: number;
  trigrams: readonly string[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    trigrams: trigramsOf(word),
  }));
}

function trigramsOf(word: string): string[] {
  const padded = Array.from(`  ${word.toLowerCase()} `);
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3).join(''));
}

export function trigramSet(words: Iterable<Word>): Set<string> {
  const set = new Set<string>();
  for (const { trigrams } of words) for (const trigram of trigrams) set.add(trigram);
  return set;
}

/** From 0 to 1, like `similarity` of `pg_trgm`. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const trigram of one) if (other.has(trigram)) both += 1;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
