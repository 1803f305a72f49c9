import { lastUpTo } from '../../parts/binary-search.js';

/**
 * A text in which every run of white space is one space. A page may break lines differently from
 * the service, and a passage must be equal in both.
 */
export class FoldedText {
  readonly folded: string;
  /** For each code unit of the folded text, its position in the text. */
  private readonly places: Int32Array;

  constructor(readonly text: string) {
    const places = new Int32Array(text.length + 1);
    let folded = '';
    let end = 0;
    for (const { 0: part, index } of text.matchAll(/\s+|\S+/g)) {
      const isSpace = part.trim() === '';
      const length = isSpace ? 1 : part.length;
      for (let at = 0; at < length; at++) places[end++] = index + at;
      folded += isSpace ? ' ' : part;
    }
    places[end] = text.length;
    this.folded = folded;
    this.places = places.subarray(0, end + 1);
  }

  /** The position in the text for one in the folded text. */
  unfold(at: number): number {
    return this.places[Math.min(Math.max(0, at), this.places.length - 1)]!;
  }

  /** The same for the end of a piece that does not end with a space. */
  unfoldEnd(end: number): number {
    return end === 0 ? 0 : this.unfold(end - 1) + 1;
  }

  /** The position in the folded text for one in the text. */
  fold(at: number): number {
    return Math.min(lastUpTo(this.places, at - 1) + 1, this.places.length - 1);
  }
}

export function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}
