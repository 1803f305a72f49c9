import type { Quote } from '../data/article.js';
import { likeness, likest, type Word, wordsOf } from './likeness.js';

/** Where a passage stands in a text, in UTF-16 code units. */
export interface Place {
  readonly state: 'exact' | 'near';
  readonly start: number;
  readonly end: number;
}

/** The measures of the service, which finds the passages of the posts that are written there. */
const NEAR = 0.5;
const CONTEXT = 0.3;
const DISTINCT_LENGTH = 32;
const MAX_OCCURRENCES = 1_000;

/** A text in which passages are looked for; its words are taken apart once, when one is changed. */
export class SearchedText {
  private words: readonly Word[] | null = null;

  constructor(readonly text: string) {}

  /**
   * The passage where it stands as it was, in the surroundings that are most like the former and
   * then nearest to `from`; else what is most like it; else null.
   */
  find(quote: Quote, from: number): Place | null {
    return this.findExact(quote, from) ?? this.findNear(quote, from);
  }

  findExact(quote: Quote, from: number): Place | null {
    const { text } = this;
    const { length } = quote.exact;
    let best: { at: number; context: number } | null = null;
    let at = text.indexOf(quote.exact);
    for (let count = 0; at >= 0 && count < MAX_OCCURRENCES; count++) {
      const context = this.contextAt(at, at + length, quote);
      const nearer = best !== null && Math.abs(at - from) < Math.abs(best.at - from);
      if (!best || context > best.context || (context === best.context && nearer))
        best = { at, context };
      at = text.indexOf(quote.exact, at + 1);
    }
    if (!best || !this.isDistinct(best.at, best.at + length, quote)) return null;
    return { state: 'exact', start: best.at, end: best.at + length };
  }

  private findNear(quote: Quote, from: number): Place | null {
    this.words ??= wordsOf(this.text);
    const passage = wordsOf(quote.exact);
    const span = passage.length === 0 ? null : likest(this.words, passage, from);
    if (!span || span.likeness < NEAR) return null;
    const [start, end] = [this.words[span.first]!.start, this.words[span.end - 1]!.end];
    return this.isDistinct(start, end, quote) ? { state: 'near', start, end } : null;
  }

  /** How much of the former surroundings stands around a place, letter for letter. */
  private contextAt(start: number, end: number, { prefix, suffix }: Quote): number {
    const { text } = this;
    let before = 0;
    while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before++;
    let behind = 0;
    while (behind < suffix.length && text[end + behind] === suffix[behind]) behind++;
    return before + behind;
  }

  /** A short passage may stand anywhere: what surrounds it must be alike as well. */
  private isDistinct(start: number, end: number, quote: Quote): boolean {
    const { exact, prefix, suffix } = quote;
    if (exact.length >= DISTINCT_LENGTH) return true;
    if (this.contextAt(start, end, quote) === prefix.length + suffix.length) return true;
    const before = this.text.slice(Math.max(0, start - prefix.length), start);
    const behind = this.text.slice(end, end + suffix.length);
    const [now, former] = [`${before} ${behind}`, `${prefix} ${suffix}`].map(wordsOf);
    return likeness(now!, former!) >= CONTEXT;
  }
}
