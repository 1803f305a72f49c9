import type { Anchor, Passage, PassageDraft, PostDetail, Quote } from '../data/article.js';
import type { Localizer } from '../words/localizer.js';
import { ArticleText, type Located, MAX_PASSAGE } from './article-text.js';
import { Margin } from './margin.js';
import { Marks } from './marks.js';
import { PageSelection } from './page-selection.js';

/** How long a passage stays marked after the reader was led to it. */
const FLASH_MS = 2_500;

/** The requests of the article view to the thread. */
interface ArticleActs {
  mayWrite(): boolean;
  write(about: PassageDraft): void;
  open(passage: Passage): void;
}

/** The article in the page: its marks, the buttons beside it, and the selection. */
export class ArticleInPage {
  readonly text: ArticleText;
  private readonly marks: Marks;
  private readonly margin: Margin;
  private readonly selecting: PageSelection;
  private readonly changes: MutationObserver;
  private passages: readonly Passage[] = [];
  private located = new Map<string, Located | null>();
  private selected: PassageDraft | null = null;
  private about: PassageDraft | null = null;
  private flash: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;

  constructor(
    readonly element: Element,
    private readonly acts: ArticleActs,
    changed: () => void,
  ) {
    this.text = new ArticleText(element);
    this.marks = new Marks(element);
    this.margin = new Margin(element, {
      open: (passage) => acts.open(passage),
      point: (range) => (range ? this.marks.activate(range) : this.rest()),
      choose: () => this.choose(),
    });
    document.body.append(this.margin);
    this.selecting = new PageSelection(this.margin, (range) => this.select(range));
    // In a page that changes often, such as one with a clock, passages are searched once per frame.
    this.changes = new MutationObserver(() => {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        this.text.refresh();
        this.show(this.passages);
        changed();
      });
    });
    this.changes.observe(element, { childList: true, characterData: true, subtree: true });
    document.addEventListener('keydown', this.pressed, { capture: true });
  }

  dress(words: Localizer, scheme: 'dark' | 'light'): void {
    // The margin is rendered again when it gets another object, not when its object changes.
    if (words.has('article')) this.margin.words = words;
    this.margin.scheme = scheme;
  }

  know(post: PostDetail): void {
    this.text.know(post);
  }

  /** Offers to comment on a selection that was made before the reader could write. */
  reconsider(): void {
    if (!this.selected) this.selecting.look();
  }

  show(passages: readonly Passage[]): void {
    this.passages = passages;
    this.located = new Map();
    const marked = passages.flatMap((passage) => {
      const range = this.locate(passage.quote, passage.place)?.range;
      return range ? [{ passage, range }] : [];
    });
    this.marks.show(marked.map(({ range }) => range));
    this.margin.mark(marked);
    this.rest();
  }

  locate(quote: Quote, place: Anchor['place']): Located | null {
    const key = JSON.stringify([place, quote]);
    let found = this.located.get(key);
    if (found === undefined) {
      found = this.text.locate(quote, place);
      this.located.set(key, found);
    }
    return found;
  }

  /** Marks the passage while a comment on it is being written. */
  setAbout(about: PassageDraft | null): void {
    this.about = about;
    this.rest();
  }

  /** @returns false if it is not in the page */
  reveal(quote: Quote, place: Anchor['place']): boolean {
    const located = this.locate(quote, place);
    const parent = located?.range.startContainer.parentElement;
    if (!located || !parent) return false;
    const { range } = located;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    if (parent.getBoundingClientRect().height < innerHeight * 0.8)
      parent.scrollIntoView({ block: 'center', behavior });
    else scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior });
    clearTimeout(this.flash);
    this.marks.activate(range);
    this.flash = setTimeout(() => this.rest(), FLASH_MS);
    const passage = this.passages.find((each) => this.locate(each.quote, each.place) === located);
    const there = passage ?? this.passages.find((each) => each.quote.exact === quote.exact);
    if (there) this.margin.focusMark(there);
    return true;
  }

  close(): void {
    document.removeEventListener('keydown', this.pressed, { capture: true });
    clearTimeout(this.flash);
    cancelAnimationFrame(this.frame);
    this.changes.disconnect();
    this.selecting.end();
    this.marks.clear();
    this.margin.remove();
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!this.margin.isOffering) return;
    if (event.key === 'Escape') this.margin.propose(null);
    // After a selection, Tab moves to the offer beside it.
    if (event.key === 'Tab' && !event.shiftKey && this.margin.focusOffer()) event.preventDefault();
  };

  private select(range: Range | null): void {
    this.selected = null;
    const inArticle = range?.intersectsNode(this.element) && this.acts.mayWrite();
    const draft = inArticle ? this.text.select(range!) : null;
    if (!draft) return this.margin.propose(null);
    if (draft === 'too long') this.margin.propose({ range: range!, tooLong: MAX_PASSAGE });
    else {
      this.selected = draft;
      this.margin.propose({ range: range!, tooLong: null });
    }
  }

  private choose(): void {
    const { selected } = this;
    this.margin.propose(null);
    if (selected) this.acts.write(selected);
  }

  private rest(): void {
    const { about } = this;
    const range = about && this.text.locate(about.quote, about.position)?.range;
    this.marks.activate(range ?? null);
  }
}
