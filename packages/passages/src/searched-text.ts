import { wholeAt } from './code-points.js';
import { similarity, trigramSet, wordsOf } from './trigrams.js';
import { WordWindows } from './word-windows.js';

/** A passage as W3C Web Annotation quotes it. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The position of a passage in a text, in UTF-16 code units. */
export interface Place {
  readonly state: 'exact' | 'near';
  readonly start: number;
  readonly end: number;
}

/** Words with a lower `pg_trgm` similarity are another passage. */
const NEAR_SIMILARITY = 0.5;
/** A short passage may occur anywhere, so its context must be at least this similar. */
const CONTEXT_SIMILARITY = 0.3;
/** A passage of this length is distinct without its context. */
const DISTINCT_LENGTH = 32;
/** The length of the stored context on each side of a passage. */
const CONTEXT_LENGTH = 32;
const MAX_OCCURRENCES = 1_000;

/** A text in which passages are searched. Its words are split once, when one has changed. */
export class SearchedText {
  private windows: WordWindows | null = null;

  constructor(readonly text: string) {}

  /**
   * The unchanged passage whose context is most similar, then the one nearest to `from`; otherwise
   * the most similar words; otherwise null.
   */
  find(quote: Quote, from: number): Place | null {
    return this.findExact(quote, from) ?? this.findNear(quote, from);
  }

  /** The same, but finds only an unchanged passage, without splitting the text into words. */
  findExact(quote: Quote, from: number): Place | null {
    const { text } = this;
    const { exact } = quote;
    let best: { at: number; context: number } | null = null;
    const consider = (at: number) => {
      const context = this.contextLength(at, at + exact.length, quote);
      const nearer = best && Math.abs(at - from) < Math.abs(best.at - from);
      if (!best || context > best.context || (context === best.context && nearer))
        best = { at, context };
    };
    if (text.startsWith(exact, from)) consider(from);
    let next = text.indexOf(exact);
    for (let count = 0; next >= 0 && count < MAX_OCCURRENCES; count++) {
      consider(next);
      next = text.indexOf(exact, next + 1);
    }
    const start = (best as { at: number } | null)?.at;
    if (start === undefined || !this.isDistinct(start, start + exact.length, quote)) return null;
    return { state: 'exact', start, end: start + exact.length };
  }

  private findNear(quote: Quote, from: number): Place | null {
    this.windows ??= new WordWindows(wordsOf(this.text));
    const { words } = this.windows;
    const passage = wordsOf(quote.exact);
    if (passage.length === 0 || words.length === 0) return null;
    const distance = (first: number) => Math.abs(words[first].start - from);
    const span = this.windows.findLikest(passage, distance)!;
    if (span.similarity < NEAR_SIMILARITY) return null;
    const [start, end] = [words[span.first].start, words[span.end - 1].end];
    return this.isDistinct(start, end, quote) ? { state: 'near', start, end } : null;
  }

  /** How many characters of the former context are still around a place. */
  private contextLength(start: number, end: number, { prefix, suffix }: Quote): number {
    const { text } = this;
    let before = 0;
    while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before++;
    let behind = 0;
    while (behind < suffix.length && text[end + behind] === suffix[behind]) behind++;
    return before + behind;
  }

  /** Whether the words at a place can be distinguished from the same words elsewhere. */
  private isDistinct(start: number, end: number, quote: Quote): boolean {
    const { exact, prefix, suffix } = quote;
    if (exact.length >= DISTINCT_LENGTH) return true;
    if (this.contextLength(start, end, quote) === prefix.length + suffix.length) return true;
    const before = this.text.slice(Math.max(0, start - prefix.length), start);
    const behind = this.text.slice(end, end + suffix.length);
    const [now, former] = [`${before} ${behind}`, `${prefix} ${suffix}`].map((text) =>
      trigramSet(wordsOf(text)),
    );
    return similarity(now, former) >= CONTEXT_SIMILARITY;
  }
}

/** The text from `start` to `end`, in code units, with its context. */
export function quoteAt(text: string, start: number, end: number): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholeAt(text, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, wholeAt(text, end + CONTEXT_LENGTH)),
  };
}
