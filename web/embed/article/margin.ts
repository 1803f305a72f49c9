import { html, LitElement, nothing } from 'lit';
import type { Passage } from '../data/article.js';
import type { Localizer } from '../words/localizer.js';
import { lastLine, type Spot, spotsOf } from './margin-layout.js';
import { marginSheet } from './margin-sheet.js';

/** A passage with its button. */
interface Marked {
  readonly passage: Passage;
  readonly range: Range;
}

interface Acts {
  open(passage: Passage): void;
  /** Called when the reader points at the button of a passage; null when they leave it. */
  point(range: Range | null): void;
  /** Called when the reader accepts the offer beside the selection. */
  choose(): void;
}

/** The offer beside a selection: to comment on the passage, or a hint about the length limit. */
interface Offer {
  readonly range: Range;
  readonly tooLong: number | null;
}

const BELOW = 8;
/** Touch screens show selection handles below the selection; the offer is below them. */
const BELOW_HANDLES = 34;

/** An overlay on the page: the counts beside the article, and the offer beside a selection. */
export class Margin extends LitElement {
  static override properties = { words: { attribute: false }, scheme: { attribute: false } };
  static override styles = marginSheet;

  declare words: Localizer | null;
  declare scheme: 'dark' | 'light';
  private marked: readonly Marked[] = [];
  private spots: readonly (Spot | null)[] = [];
  private offer: Offer | null = null;
  private frame = 0;
  private readonly sizes = new ResizeObserver(() => this.arrange());
  private readonly moved = (event: Event) => {
    // The overlay scrolls with the page, but not with a scrolling box in it.
    if (event.target !== document) this.arrange();
  };

  constructor(
    private readonly article: Element,
    private readonly acts: Acts,
  ) {
    super();
    this.words = null;
    this.scheme = 'light';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('scroll', this.moved, { capture: true, passive: true });
    for (const box of [this.article, document.documentElement, document.body])
      this.sizes.observe(box);
    void document.fonts.ready.then(() => this.arrange());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('scroll', this.moved, { capture: true });
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  mark(marked: readonly Marked[]): void {
    this.marked = marked;
    this.arrange();
  }

  propose(offer: Offer | null): void {
    if (!offer && !this.offer) return;
    this.offer = offer;
    this.requestUpdate();
  }

  get isOffering(): boolean {
    return this.offer !== null && this.offer.tooLong === null;
  }

  /** @returns false if there is no offer, or it already has the focus */
  focusOffer(): boolean {
    const button = this.renderRoot.querySelector<HTMLElement>('.choose');
    if (!button || this.shadowRoot!.activeElement) return false;
    button.focus({ preventScroll: true });
    return true;
  }

  focusMark(passage: Passage): void {
    const index = this.marked.findIndex((each) => each.passage === passage);
    const button = this.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"]`);
    button?.focus({ preventScroll: true });
  }

  protected override render(): unknown {
    const { words, offer } = this;
    if (!words || (this.marked.length === 0 && !offer)) return nothing;
    const { t } = words;
    return html`<div
      class="layer"
      role="region"
      aria-label=${t('passages', { n: this.marked.length })}
      lang=${words.language}
      dir=${words.direction}
      data-scheme=${this.scheme}
    >
      ${
        offer
          ? offer.tooLong === null
            ? html`<button class="choose" @mousedown=${stay} @click=${() => this.acts.choose()}>
                ${t('passageComment')}
              </button>`
            : html`<p class="note" role="status">${t('passageTooLong', { n: offer.tooLong })}</p>`
          : nothing
      }
      ${this.marked.map((each, index) => this.markView(each, index))}
    </div>`;
  }

  private markView({ passage, range }: Marked, index: number): unknown {
    const { acts } = this;
    const spot = this.spots[index];
    if (!spot) return nothing;
    const point = () => acts.point(range);
    const leave = () => acts.point(null);
    return html`<button
      class="mark"
      data-index=${index}
      .style=${`left:${spot.left}px;top:${spot.top}px`}
      aria-label=${this.words!.t('passageCount', { n: passage.count })}
      aria-description=${passage.quote.exact}
      @click=${() => acts.open(passage)}
      @mouseenter=${point}
      @mouseleave=${leave}
      @focus=${point}
      @blur=${leave}
    >
      <span>${this.words!.number(passage.count)}</span>
    </button>`;
  }

  protected override updated(): void {
    const offered = this.renderRoot.querySelector<HTMLElement>('.choose, .note');
    const line = this.offer && lastLine(this.offer.range);
    if (!offered || !line) return;
    const origin = this.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = offered;
    const below = matchMedia('(pointer: coarse)').matches ? BELOW_HANDLES : BELOW;
    const { clientWidth } = document.documentElement;
    const left = Math.min(line.right - offsetWidth / 2, clientWidth - offsetWidth - 8);
    const top = Math.min(line.bottom + below, innerHeight - offsetHeight - 8);
    offered.style.left = `${Math.max(8, left) - origin.left}px`;
    offered.style.top = `${Math.max(8, top) - origin.top}px`;
  }

  private arrange(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.isConnected) return;
      const ranges = this.marked.map(({ range }) => range);
      this.spots = spotsOf(this.article, ranges, this.getBoundingClientRect());
      this.requestUpdate();
    });
  }
}

/** A press must not clear the selection. */
function stay(event: Event): void {
  event.preventDefault();
}

if (!customElements.get('colloquy-margin')) customElements.define('colloquy-margin', Margin);
