import { similarity, trigramSet, type Word } from './trigrams.js';

/** Consecutive words of a text: from `first` to before `end`. */
interface Span {
  first: number;
  end: number;
  similarity: number;
}

/** Window lengths relative to the passage, since an edit may have removed or added words. */
const STRETCHES = [1, 0.8, 1.25];

/** The words of a text, with their trigrams as numbers, in which passages are searched. */
export class WordWindows {
  private readonly numbers = new Map<string, number>();
  private readonly trigrams: readonly Int32Array[];

  constructor(readonly words: readonly Word[]) {
    this.trigrams = words.map((word) =>
      Int32Array.from(word.trigrams, (trigram) => {
        const number = this.numbers.get(trigram) ?? this.numbers.size;
        this.numbers.set(trigram, number);
        return number;
      }),
    );
  }

  /**
   * The words that are most similar to those of a passage; among equals, the ones with the least
   * `distance`. A sliding window counts the words that enter and leave it, so the cost is one pass
   * for a passage of any length.
   */
  findLikest(passage: readonly Word[], distance: (first: number) => number): Span | null {
    const wanted = trigramSet(passage);
    const sizes = new Set(STRETCHES.map((by) => Math.max(1, Math.round(passage.length * by))));
    let best: Span | null = null;
    for (const size of sizes) {
      const window = new Window(wanted, this.numbers);
      for (const [at, entering] of this.trigrams.entries()) {
        window.add(entering);
        if (at >= size) window.drop(this.trigrams[at - size]);
        if (at + 1 < size && at + 1 < this.words.length) continue;
        const likeness = window.similarity;
        const first = Math.max(0, at + 1 - size);
        const better =
          !best ||
          likeness > best.similarity ||
          (likeness === best.similarity && distance(first) < distance(best.first));
        if (better) best = { first, end: at + 1, similarity: likeness };
      }
    }
    return best && this.trimmed(wanted, best);
  }

  /** Drops words at both ends as long as the rest is more similar to the passage. */
  private trimmed(wanted: ReadonlySet<string>, span: Span): Span {
    let best = span;
    for (;;) {
      const { first, end } = best;
      if (end - first === 1) return best;
      const shorter = [
        { first: first + 1, end },
        { first, end: end - 1 },
      ].map((part) => ({
        ...part,
        similarity: similarity(wanted, trigramSet(this.words.slice(part.first, part.end))),
      }));
      const better = shorter.find((part) => part.similarity > best.similarity);
      if (!better) return best;
      best = better;
    }
  }
}

/** The trigrams in a window with their counts, and how many of them are wanted. */
class Window {
  private readonly counts: Int32Array;
  private readonly isWanted: Uint8Array;
  private readonly wantedSize: number;
  private size = 0;
  private both = 0;

  constructor(wanted: ReadonlySet<string>, numbers: ReadonlyMap<string, number>) {
    this.counts = new Int32Array(numbers.size);
    this.isWanted = new Uint8Array(numbers.size);
    this.wantedSize = wanted.size;
    for (const trigram of wanted) {
      const number = numbers.get(trigram);
      if (number !== undefined) this.isWanted[number] = 1;
    }
  }

  add(trigrams: Int32Array): void {
    for (const number of trigrams) {
      if (this.counts[number]++ > 0) continue;
      this.size += 1;
      this.both += this.isWanted[number];
    }
  }

  drop(trigrams: Int32Array): void {
    for (const number of trigrams) {
      if (--this.counts[number] > 0) continue;
      this.size -= 1;
      this.both -= this.isWanted[number];
    }
  }

  get similarity(): number {
    const all = this.size + this.wantedSize - this.both;
    return all === 0 ? 0 : this.both / all;
  }
}
