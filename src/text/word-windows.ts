import { similarity, trigramSet, type Word } from './trigrams.js';

/** Words of a text that lie next to each other: from `first` to before `end`. */
export interface Span {
  first: number;
  end: number;
  similarity: number;
}

/** An edit may have taken words away, or put some in. */
const STRETCHES = [1, 0.8, 1.25];

/**
 * The words of a text that are most like those of a passage; of several that are, those that `distance`
 * puts nearest. A window of as many words glides over the text, and what enters and leaves it is
 * counted, so that a passage of any length costs one pass.
 */
export function findLikest(
  words: readonly Word[],
  passage: readonly Word[],
  distance: (first: number) => number,
): Span | null {
  const wanted = trigramSet(passage);
  const sizes = new Set(STRETCHES.map((by) => Math.max(1, Math.round(passage.length * by))));
  let best: Span | null = null;
  for (const size of sizes) {
    const window = new Window(wanted);
    for (let end = 1; end <= words.length; end++) {
      window.add(words[end - 1]);
      const first = Math.max(0, end - size);
      if (end > size) window.drop(words[end - size - 1]);
      if (end < size && end < words.length) continue;
      const span = { first, end, similarity: window.similarity };
      if (isBetter(span, best, distance)) best = span;
    }
  }
  return best && trimmed(words, wanted, best);
}

function isBetter(span: Span, best: Span | null, distance: (first: number) => number): boolean {
  if (!best || span.similarity > best.similarity) return true;
  return span.similarity === best.similarity && distance(span.first) < distance(best.first);
}

/** Leaves out words at both ends as long as what remains is more like the passage. */
function trimmed(words: readonly Word[], wanted: ReadonlySet<string>, span: Span): Span {
  let best = span;
  for (;;) {
    const { first, end } = best;
    if (end - first === 1) return best;
    const shorter = [
      { first: first + 1, end },
      { first, end: end - 1 },
    ].map((part) => ({
      ...part,
      similarity: similarity(wanted, trigramSet(words.slice(part.first, part.end))),
    }));
    const better = shorter.find((part) => part.similarity > best.similarity);
    if (!better) return best;
    best = better;
  }
}

class Window {
  private readonly counts = new Map<string, number>();
  private both = 0;

  constructor(private readonly wanted: ReadonlySet<string>) {}

  add({ trigrams }: Word): void {
    for (const trigram of trigrams) {
      const count = this.counts.get(trigram) ?? 0;
      if (count === 0 && this.wanted.has(trigram)) this.both += 1;
      this.counts.set(trigram, count + 1);
    }
  }

  drop({ trigrams }: Word): void {
    for (const trigram of trigrams) {
      const count = this.counts.get(trigram)! - 1;
      if (count > 0) this.counts.set(trigram, count);
      else {
        this.counts.delete(trigram);
        if (this.wanted.has(trigram)) this.both -= 1;
      }
    }
  }

  get similarity(): number {
    const all = this.counts.size + this.wanted.size - this.both;
    return all === 0 ? 0 : this.both / all;
  }
}
