import { similarity, trigramSet, wordsOf } from './trigrams.js';
import { WordWindows } from './word-windows.js';

/** A passage as W3C Web Annotation selects it; the position is in code points. */
export interface Passage {
  quote: { exact: string; prefix: string; suffix: string };
  position: { start: number; end: number };
}

/** Where a passage stands in a text, in code points. */
export interface Found {
  state: 'exact' | 'near' | 'orphaned';
  place: { start: number; end: number } | null;
}

/** What is less like the passage than this, as `pg_trgm` measures it, is another passage. */
export const NEAR_SIMILARITY = 0.5;
/** A short passage may stand anywhere: what surrounds it must be as much alike as this. */
const CONTEXT_SIMILARITY = 0.3;
/** In UTF-16 code units; a longer passage speaks for itself. */
const DISTINCT_LENGTH = 32;
/** How much of what surrounds a passage is kept. */
export const CONTEXT_LENGTH = 32;
const MAX_OCCURRENCES = 1_000;

const ORPHANED: Found = { state: 'orphaned', place: null };

/** A text in which passages are looked for; its words are taken apart once. */
export class AnchorText {
  private windows: WordWindows | null = null;
  private readonly isPlain: boolean;

  constructor(readonly text: string) {
    this.isPlain = !/[\ud800-\udfff]/.test(text);
  }

  /**
   * The passage where it stands as it was, in the surroundings that are most like the former and then
   * nearest; else what is most like it; else nothing.
   */
  find(passage: Passage): Found {
    return this.findUnchanged(passage) ?? this.findNear(passage);
  }

  /** The same without what only looks alike, for which all words must be taken apart. */
  findUnchanged({ quote, position }: Passage): Found | null {
    const at = this.findExact(quote, this.unitOf(position.start));
    if (at === null || !this.isDistinct(quote, at, at + quote.exact.length)) return null;
    return this.found('exact', at, at + quote.exact.length);
  }

  /** What stands at a place and around it. */
  quoteAt(place: { start: number; end: number }): Passage['quote'] {
    const [start, end] = [this.unitOf(place.start), this.unitOf(place.end)];
    return {
      exact: this.text.slice(start, end),
      prefix: this.text.slice(this.whole(start - CONTEXT_LENGTH), start),
      suffix: this.text.slice(end, this.whole(end + CONTEXT_LENGTH)),
    };
  }

  private findExact({ exact, prefix, suffix }: Passage['quote'], from: number): number | null {
    let best: { at: number; context: number } | null = null;
    const consider = (at: number) => {
      const context = this.contextLength(at, at + exact.length, prefix, suffix);
      const nearer = best && Math.abs(at - from) < Math.abs(best.at - from);
      if (!best || context > best.context || (context === best.context && nearer))
        best = { at, context };
    };
    if (this.text.startsWith(exact, from)) consider(from);
    let at = this.text.indexOf(exact);
    for (let count = 0; at >= 0 && count < MAX_OCCURRENCES; count++) {
      consider(at);
      at = this.text.indexOf(exact, at + 1);
    }
    return (best as { at: number } | null)?.at ?? null;
  }

  private findNear({ quote, position }: Passage): Found {
    const from = this.unitOf(position.start);
    this.windows ??= new WordWindows(wordsOf(this.text));
    const { words } = this.windows;
    const passage = wordsOf(quote.exact);
    if (passage.length === 0 || words.length === 0) return ORPHANED;
    const distance = (first: number) => Math.abs(words[first].start - from);
    const span = this.windows.findLikest(passage, distance)!;
    if (span.similarity < NEAR_SIMILARITY) return ORPHANED;
    const [start, end] = [words[span.first].start, words[span.end - 1].end];
    if (!this.isDistinct(quote, start, end)) return ORPHANED;
    return this.found('near', start, end);
  }

  /** How much of the former surroundings stands around a place, letter for letter. */
  private contextLength(start: number, end: number, prefix: string, suffix: string): number {
    let before = 0;
    while (before < prefix.length && this.text[start - 1 - before] === prefix.at(-1 - before))
      before += 1;
    let behind = 0;
    while (behind < suffix.length && this.text[end + behind] === suffix[behind]) behind += 1;
    return before + behind;
  }

  /** Whether what stands at a place can be told from the same words elsewhere. */
  private isDistinct(
    { exact, prefix, suffix }: Passage['quote'],
    start: number,
    end: number,
  ): boolean {
    if (exact.length >= DISTINCT_LENGTH) return true;
    if (this.contextLength(start, end, prefix, suffix) === prefix.length + suffix.length)
      return true;
    const before = this.text.slice(Math.max(0, start - prefix.length), start);
    const behind = this.text.slice(end, end + suffix.length);
    const [now, former] = [`${before} ${behind}`, `${prefix} ${suffix}`].map((text) =>
      trigramSet(wordsOf(text)),
    );
    return similarity(now, former) >= CONTEXT_SIMILARITY;
  }

  private found(state: 'exact' | 'near', start: number, end: number): Found {
    return { state, place: { start: this.pointOf(start), end: this.pointOf(end) } };
  }

  private pointOf(unit: number): number {
    return this.isPlain ? unit : Array.from(this.text.slice(0, unit)).length;
  }

  private unitOf(point: number): number {
    if (this.isPlain) return Math.min(point, this.text.length);
    let unit = 0;
    for (let left = point; left > 0 && unit < this.text.length; left--)
      unit += this.text.codePointAt(unit)! > 0xffff ? 2 : 1;
    return unit;
  }

  /** Never within a pair of surrogates. */
  private whole(unit: number): number {
    const within = Math.min(Math.max(0, unit), this.text.length);
    return /[\udc00-\udfff]/.test(this.text[within] ?? '') ? within + 1 : within;
  }
}
