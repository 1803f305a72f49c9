import { pointAt, unitAt } from './code-points.js';
import { type Place, type Quote, quoteAt, SearchedText } from './searched-text.js';

/** A passage as W3C Web Annotation selects it; the position is in code points. */
export interface Passage {
  quote: Quote;
  position: { start: number; end: number };
}

/** The position of a passage in a text, in code points. */
export interface Found {
  state: 'exact' | 'near' | 'orphaned';
  place: { start: number; end: number } | null;
}

/** A text in which passages are searched by their positions. */
export class AnchorText {
  private readonly searched: SearchedText;
  /** Without surrogate pairs, code points equal code units. Computed once. */
  private readonly isPlain: boolean;

  constructor(readonly text: string) {
    this.searched = new SearchedText(text);
    this.isPlain = !/[\ud800-\udfff]/.test(text);
  }

  /** Like `find` of `SearchedText`, nearest to the former position. */
  find({ quote, position }: Passage): Found {
    const place = this.searched.find(quote, this.unitOf(position.start));
    return place ? this.found(place) : { state: 'orphaned', place: null };
  }

  /** The same, but finds only an unchanged passage, without splitting the text into words. */
  findUnchanged({ quote, position }: Passage): Found | null {
    const place = this.searched.findExact(quote, this.unitOf(position.start));
    return place && this.found(place);
  }

  /** The text at a position, with its context. */
  quoteAt({ start, end }: Passage['position']): Quote {
    return quoteAt(this.text, this.unitOf(start), this.unitOf(end));
  }

  private found({ state, start, end }: Place): Found {
    return { state, place: { start: this.pointOf(start), end: this.pointOf(end) } };
  }

  private pointOf(unit: number): number {
    return this.isPlain ? unit : pointAt(this.text, unit);
  }

  private unitOf(point: number): number {
    return this.isPlain ? Math.min(point, this.text.length) : unitAt(this.text, point);
  }
}
