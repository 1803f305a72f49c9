import { html, type LitElement, nothing, type ReactiveController } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Heights, lineAt } from './heights.js';
import type { Row } from '../discussion/rows.js';

/** A shorter list is rendered completely. */
const WINDOWED_FROM = 60;
/** The most rows in the page, however low they are. */
const MOST_LINES = 44;
/** The distance from the end of the list at which more is loaded, in screens. */
const NEAR = 1;

interface Piece {
  readonly row: Row;
  readonly index: number;
  /** The pixels between this row and the previous one, if rows between them are omitted. */
  readonly gap: number;
}

/**
 * Renders only the rows near the screen, and reserves the space of the others. Whatever changes,
 * the row that the reader looks at stays in place.
 */
export class RowWindow implements ReactiveController {
  /** Called when the end of the list is near. */
  onEnd: () => void = () => undefined;
  private readonly heights = new Heights();
  private rows: readonly Row[] = [];
  private tops: Float64Array = new Float64Array(1);
  private shown: readonly [number, number] = [0, 0];
  private wanted: string | null = null;
  private whole = false;
  private frame = 0;
  private anchor: { id: string; top: number } | null = null;
  private readonly observer = new ResizeObserver((entries) => this.measure(entries));
  private readonly observed = new Set<Element>();
  private readonly look = () => {
    this.frame ||= requestAnimationFrame(() => this.scrolled());
  };
  private ends: AbortController | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    // Captured at the document: the page or any box around the thread may scroll.
    this.ends = new AbortController();
    const { signal } = this.ends;
    document.addEventListener('scroll', this.look, { signal, capture: true, passive: true });
    addEventListener('resize', this.look, { signal });
    addEventListener('beforeprint', () => this.openAll(true), { signal });
    addEventListener('afterprint', () => this.openAll(false), { signal });
  }

  hostDisconnected(): void {
    this.ends?.abort();
    this.observer.disconnect();
    this.observed.clear();
  }

  hostUpdate(): void {
    this.anchor = this.findAnchor();
  }

  hostUpdated(): void {
    const lines = new Set(this.lines());
    for (const line of this.observed)
      if (!lines.has(line as HTMLElement)) {
        this.observer.unobserve(line);
        this.observed.delete(line);
      }
    for (const line of lines)
      if (!this.observed.has(line)) {
        this.observer.observe(line);
        this.observed.add(line);
        this.heights.measure(line.dataset.id!, line.offsetHeight);
      }
    this.holdAnchor();
    this.look();
  }

  /** @param kept rows that are always rendered, because they contain an open form */
  view(
    rows: readonly Row[],
    kept: ReadonlySet<string>,
    line: (row: Row, index: number) => unknown,
  ): unknown {
    this.rows = rows;
    this.tops = this.heights.tops(rows);
    this.shown = this.range();
    const [from, to] = this.shown;
    const pieces: Piece[] = [];
    let end = 0;
    for (let index = 0; index < rows.length; index++)
      if ((index >= from && index < to) || (kept.size > 0 && kept.has(rows[index]!.id))) {
        pieces.push({ row: rows[index]!, index, gap: this.tops[index]! - this.tops[end]! });
        end = index + 1;
      }
    const rest = this.tops[rows.length]! - this.tops[end]!;
    return html`${repeat(
      pieces,
      ({ row }) => row.id,
      ({ row, index, gap }) => html`${gap > 0 ? gapView(gap) : nothing}${line(row, index)}`,
    )}${gapView(rest)}`;
  }

  /** The next rendering includes this row, wherever it is. */
  reach(id: string): void {
    if (this.wanted === id || this.host.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"]`))
      return;
    if (!this.rows.some((row) => row.id === id)) return;
    this.wanted = id;
    this.host.requestUpdate();
  }

  private range(): readonly [number, number] {
    const { rows, tops } = this;
    if (this.whole || rows.length <= WINDOWED_FROM) return [0, rows.length];
    const wanted = this.wanted === null ? -1 : rows.findIndex(({ id }) => id === this.wanted);
    this.wanted = null;
    if (wanted >= 0) return bounded(wanted - MOST_LINES / 2, rows.length);
    const list = this.list();
    if (!list) return bounded(0, rows.length);
    const screen = innerHeight;
    const top = -list.getBoundingClientRect().top;
    const first = lineAt(tops, top - screen);
    const last = lineAt(tops, top + 2 * screen) + 1;
    if (last - first <= MOST_LINES) return [first, last];
    // Rows may be low: as many are rendered above the screen as below it.
    const middle = lineAt(tops, top + screen / 2);
    return bounded(middle - MOST_LINES / 2, rows.length);
  }

  private scrolled(): void {
    this.frame = 0;
    const list = this.list();
    if (!list) return;
    const { bottom, height } = list.getBoundingClientRect();
    // A list that is not displayed has no end to reach.
    if (height > 0 && bottom < innerHeight * (1 + NEAR)) this.onEnd();
    const [from, to] = this.shown;
    if (to - from >= this.rows.length) return;
    const [first, last] = this.range();
    // A window that still covers the screen with a margin is not moved.
    const slack = 4;
    if (Math.abs(first - from) > slack || Math.abs(last - to) > slack) this.host.requestUpdate();
  }

  private measure(entries: readonly ResizeObserverEntry[]): void {
    let news = false;
    for (const { target } of entries) {
      const { id } = (target as HTMLElement).dataset;
      if (id && target.isConnected)
        news = this.heights.measure(id, (target as HTMLElement).offsetHeight) || news;
    }
    if (news && this.rows.length > WINDOWED_FROM) this.look();
  }

  /** The first row on the screen. */
  private findAnchor(): { id: string; top: number } | null {
    for (const line of this.lines()) {
      const { top, bottom } = line.getBoundingClientRect();
      if (bottom > 0) return top < innerHeight ? { id: line.dataset.id!, top } : null;
    }
    return null;
  }

  private holdAnchor(): void {
    const { anchor } = this;
    this.anchor = null;
    if (!anchor) return;
    const line = this.lines().find(({ dataset }) => dataset.id === anchor.id);
    const moved = line ? line.getBoundingClientRect().top - anchor.top : 0;
    // Content added above, such as a form, has moved the row; scrolling compensates.
    if (Math.abs(moved) > 0.5 && anchor.top < 0) scrollerOf(this.host).scrollTop += moved;
  }

  private lines(): HTMLElement[] {
    return [...(this.list()?.querySelectorAll<HTMLElement>(':scope > [data-id]') ?? [])];
  }

  private list(): HTMLElement | null {
    return this.host.renderRoot?.querySelector<HTMLElement>('.feed') ?? null;
  }

  /** A print shows every loaded row. */
  private openAll(open: boolean): void {
    this.whole = open;
    this.host.requestUpdate();
    // The browser prints when the listener returns, so the rows must be rendered by then.
    (this.host as unknown as { performUpdate(): void }).performUpdate();
  }
}

function gapView(height: number): unknown {
  return html`<div class="gap" .style=${`height:${height}px`}></div>`;
}

function bounded(from: number, count: number): readonly [number, number] {
  const first = Math.max(0, Math.min(Math.floor(from), count - MOST_LINES));
  return [first, Math.min(count, first + MOST_LINES)];
}

function scrollerOf(element: Element): Element {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (/auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}
