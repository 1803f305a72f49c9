/** Trigrams as the service takes them: of each word in lower case, two spaces before and one behind. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly trigrams: readonly string[];
}

/** Words next to each other, from `first` to before `end`. */
export interface Span {
  readonly first: number;
  readonly end: number;
  readonly likeness: number;
}

/** An edit may have taken words away, or put some in. */
const STRETCHES = [1, 0.8, 1.25];

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => {
    const padded = [...`  ${word.toLowerCase()} `];
    const trigrams = padded.slice(2).map((_, at) => padded.slice(at, at + 3).join(''));
    return { start: index, end: index + word.length, trigrams };
  });
}

/** From 0 to 1: the trigrams that both have, of all that there are. */
export function likeness(one: readonly Word[], other: readonly Word[]): number {
  const [a, b] = [one, other].map((words) => new Set(words.flatMap(({ trigrams }) => trigrams)));
  let both = 0;
  for (const trigram of a!) if (b!.has(trigram)) both++;
  const all = a!.size + b!.size - both;
  return all === 0 ? 0 : both / all;
}

/** The words that are most like those of a passage; of several, the nearest to `from`. */
export function likest(
  words: readonly Word[],
  passage: readonly Word[],
  from: number,
): Span | null {
  let best: Span | null = null;
  for (const stretch of STRETCHES) {
    const size = Math.max(1, Math.round(passage.length * stretch));
    const window = new Window(passage);
    words.forEach((word, at) => {
      window.move(word, 1);
      if (at >= size) window.move(words[at - size]!, -1);
      if (at + 1 < Math.min(size, words.length)) return;
      const span = { first: Math.max(0, at + 1 - size), end: at + 1, likeness: window.likeness };
      if (!best || isBetter(span, best)) best = span;
    });
  }
  return best && trimmed(words, passage, best);

  function isBetter(span: Span, former: Span): boolean {
    const away = ({ first }: Span) => Math.abs(words[first]!.start - from);
    return (
      span.likeness > former.likeness ||
      (span.likeness === former.likeness && away(span) < away(former))
    );
  }
}

/** Without the words at both ends that make it less like the passage. */
function trimmed(words: readonly Word[], passage: readonly Word[], span: Span): Span {
  let best = span;
  for (;;) {
    const { first, end } = best;
    if (end - first === 1) return best;
    const shorter = [
      { first: first + 1, end },
      { first, end: end - 1 },
    ].map((part) => ({ ...part, likeness: likeness(words.slice(part.first, part.end), passage) }));
    const better = shorter.find((part) => part.likeness > best.likeness);
    if (!better) return best;
    best = better;
  }
}

/** Glides over a text, so that a passage of any length costs one pass. */
class Window {
  private readonly wanted: ReadonlySet<string>;
  private readonly counts = new Map<string, number>();
  private both = 0;

  constructor(passage: readonly Word[]) {
    this.wanted = new Set(passage.flatMap(({ trigrams }) => trigrams));
  }

  move({ trigrams }: Word, by: 1 | -1): void {
    for (const trigram of trigrams) {
      const count = (this.counts.get(trigram) ?? 0) + by;
      if (count === 0) this.counts.delete(trigram);
      else this.counts.set(trigram, count);
      const changes = by === 1 ? count === 1 : count === 0;
      if (changes && this.wanted.has(trigram)) this.both += by;
    }
  }

  get likeness(): number {
    const all = this.counts.size + this.wanted.size - this.both;
    return all === 0 ? 0 : this.both / all;
  }
}
