import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Sort } from '@colloquy/client';
import { session } from '../data/session.js';
import { subjectOf } from '../data/subject.js';
import { sheets } from '../styles/sheets.js';
import { Localizer } from '../words/localizer.js';
import { wantedLanguages } from '../words/languages.js';
import { askedComment } from './address.js';
import { Discussion } from './discussion.js';
import { type RowContext, rowView } from './row-view.js';
import { rowsOf } from './rows.js';
import { Scheme } from './scheme.js';
import { SORTS, headView } from './head-view.js';
import { RowWindow } from './row-window.js';

/** `<colloquy-thread post="…">`: the discussion of a post, or of the page it stands on. */
export class ThreadElement extends LitElement {
  static override properties = {
    post: {},
    key: {},
    url: {},
    pageTitle: { attribute: 'page-title' },
    sort: {},
    lang: {},
    theme: {},
  };
  static override styles = sheets;

  declare post: string | null;
  declare sort: string | null;
  declare theme: string | null;
  private words: Localizer | null = null;
  private discussion: Discussion | null = null;
  private readonly scheme = new Scheme(this);
  private readonly window = new RowWindow(this);
  private ends: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.ends = [session.onChange(() => this.requestUpdate())];
    const minute = setInterval(() => this.requestUpdate(), 60_000);
    this.ends.push(() => clearInterval(minute));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.ends) end();
    this.discussion?.close();
    this.discussion = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.words || changed.has('lang')) void this.loadWords();
    const other = ['post', 'key', 'url', 'sort'].some((name) => changed.has(name));
    if (!this.discussion || other) this.begin();
  }

  private begin(): void {
    this.discussion?.close();
    const changed = () => this.requestUpdate();
    const sort = SORTS.find((known) => known === this.sort) ?? 'best';
    const isOwn = (id: string) => id === session.user?.id;
    this.discussion = new Discussion(subjectOf(this), sort, askedComment(), changed, isOwn);
    void this.discussion.load();
  }

  private async loadWords(): Promise<void> {
    this.words = await Localizer.load(wantedLanguages(this));
    this.requestUpdate();
  }

  protected override render(): unknown {
    const { words, discussion } = this;
    if (!words || !discussion) return nothing;
    return html`<section
      class="root"
      part="root"
      data-scheme=${this.scheme.name}
      lang=${words.language}
      dir=${words.direction}
      aria-labelledby="title"
    >
      ${headView(discussion, words, {
        sort: (sort: Sort) => void discussion.resort(sort),
        widen: () => void discussion.widen(),
      })}
      ${this.bodyView(discussion, words)}
    </section>`;
  }

  private bodyView(discussion: Discussion, words: Localizer): unknown {
    const { t } = words;
    const { phase, thread } = discussion;
    if (phase === 'loading') return html`<p class="note" role="status">${t('loading')}</p>`;
    if (phase === 'failed')
      return html`<p class="note" role="alert">
        ${t('failed')}
        <button class="plain" @click=${() => void discussion.load()}>${t('again')}</button>
      </p>`;
    if (!thread || thread.items.length === 0) return html`<p class="note">${t('empty')}</p>`;
    const { rows, waitingAtTop } = rowsOf(thread, discussion.closed, discussion.waiting);
    const context: RowContext = { discussion, words };
    const { waiting } = discussion;
    return html`
      <div
        class="feed"
        role="feed"
        aria-labelledby="title"
        aria-busy=${discussion.loading.size > 0}
      >
        ${this.window.view(rows, (row, index) => rowView(row, index, context))}
      </div>
      ${
        thread.nextCursor && !discussion.focus
          ? html`<button
              class="wide"
              ?disabled=${discussion.loading.has('page')}
              @click=${() => void discussion.loadMore()}
            >
              ${t(discussion.loading.has('page') ? 'loadingMore' : 'moreComments')}
            </button>`
          : nothing
      }
      <div class="pill" aria-live="polite">
        ${
          waiting.size > 0
            ? html`<button @click=${() => discussion.reveal()} data-top=${waitingAtTop}>
                ${t('newReplies', { n: waiting.size })}
              </button>`
            : nothing
        }
      </div>
    `;
  }
}
