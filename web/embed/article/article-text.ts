import { type Place, pointAt, type Quote, quoteAt, SearchedText, unitAt } from '@colloquy/passages';
import type { Anchor, PassageDraft, PostDetail } from '../data/article.js';
import { folded, FoldedText } from './folded-text.js';
import { PageText } from './page-text.js';
import { serverDocument } from '../../parts/server-html.js';

export const MAX_PASSAGE = 1_000;

/** A passage that was found in the page. */
export interface Located {
  readonly range: Range;
  readonly state: Place['state'];
}

/** The text of a revision as the service has it; host pages have none. */
interface Revision {
  readonly number: number;
  readonly text: FoldedText;
  readonly searched: SearchedText;
}

/**
 * The article in the page. Positions of passages refer to the service's text for a post that is
 * written in the service, else to the text of the page.
 */
export class ArticleText {
  private page: PageText;
  private inPage: FoldedText;
  private searched: SearchedText;
  /** The revision that the reader sees: the one when the page was loaded. */
  private seen: Revision | null = null;
  private present: Revision | null = null;

  constructor(readonly element: Element) {
    this.page = new PageText(element);
    this.inPage = new FoldedText(this.page.text);
    this.searched = new SearchedText(this.inPage.folded);
  }

  /** Whether the service has the text, and so determines the positions of passages. */
  get isKnown(): boolean {
    return this.present !== null;
  }

  /** Reads the page again. */
  refresh(): void {
    this.page = new PageText(this.element);
    this.inPage = new FoldedText(this.page.text);
    this.searched = new SearchedText(this.inPage.folded);
  }

  know({ html, revision }: PostDetail): void {
    if (html === null || this.present?.number === revision) return;
    const parsed = serverDocument(html);
    const text = new FoldedText(parsed.body.textContent ?? '');
    this.present = { number: revision, text, searched: new SearchedText(text.folded) };
    this.seen ??= this.present;
  }

  /** The selected passage; null if it is outside of the commentable text. */
  select(range: Range): PassageDraft | 'too long' | null {
    const place = this.page.placeOf(range);
    if (!place) return null;
    const whole = this.page.text.slice(place.start, place.end);
    const start = place.start + (whole.length - whole.trimStart().length);
    const end = place.end - (whole.length - whole.trimEnd().length);
    if (end <= start) return null;
    if (end - start > MAX_PASSAGE) return 'too long';
    if (!this.present) return draftOf(this.page.text, start, end);
    const quote = foldedQuote(quoteAt(this.page.text, start, end));
    return this.inRevision(this.seen!, quote) ?? this.inRevision(this.present, quote);
  }

  /** Finds the current position of a passage in the page. */
  locate(quote: Quote, place: Anchor['place']): Located | null {
    const found =
      this.present && place ? this.fromService(quote, place) : this.fromQuote(quote, place);
    const at = found ?? this.fromQuote(quote, null);
    if (!at) return null;
    const range = this.page.rangeOf(this.inPage.unfold(at.start), this.inPage.unfoldEnd(at.end));
    return range && { range, state: at.state };
  }

  private inRevision({ number, text, searched }: Revision, quote: Quote): PassageDraft | null {
    const found = searched.findExact(quote, 0);
    if (!found) return null;
    const [start, end] = [text.unfold(found.start), text.unfoldEnd(found.end)];
    return { ...draftOf(text.text, start, end), revision: number };
  }

  /** The service gives the position; the page must contain the same words there. */
  private fromService(quote: Quote, { start, end }: { start: number; end: number }): Place | null {
    const { text, searched } = this.present!;
    const [from, to] = [unitAt(text.text, start), unitAt(text.text, end)];
    if (to <= from) return null;
    const there = foldedQuote(quoteAt(text.text, from, to));
    const asked = foldedQuote(quote);
    // The position has other words, but the text has the passage: it is not relocated yet.
    if (there.exact !== asked.exact && searched.findExact(asked, from)) return null;
    return this.searched.findExact(there, from);
  }

  private fromQuote(quote: Quote, place: Anchor['place']): Place | null {
    const from = place ? this.inPage.fold(unitAt(this.page.text, place.start)) : 0;
    return this.searched.find(foldedQuote(quote), from);
  }
}

function draftOf(text: string, start: number, end: number): PassageDraft {
  const position = { start: pointAt(text, start), end: pointAt(text, end) };
  return { quote: quoteAt(text, start, end), position };
}

function foldedQuote({ exact, prefix, suffix }: Quote): Quote {
  return { exact: folded(exact), prefix: folded(prefix), suffix: folded(suffix) };
}
