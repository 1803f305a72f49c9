import { loadModule } from '@colloquy/client';
import { html, LitElement, type PropertyValues } from 'lit';
import { Reader } from '../data/reader.js';
import { session } from '../../parts/session.js';
import type { SiteToken } from '../../parts/session-requests.js';
import { subjectOf } from '../data/thread-post.js';
import { comments } from '../styles/comments.js';
import { shell } from '../styles/shell.js';
import { Localizer } from '../words/localizer.js';
import { afterPaint } from '../discussion/after-paint.js';
import { askedComment } from '../discussion/comment-address.js';
import { ElementContext } from './element-context.js';
import { Discussion } from '../discussion/discussion.js';
import { SORTS } from '../thread/head-view.js';
import { RowWindow } from '../thread/row-window.js';
import { SelectedText } from '../discussion/selected-text.js';
import { ColorScheme } from '../../parts/color-scheme.js';
import { threadView } from './thread-view.js';

/** A change of one of these selects another discussion. */
const NAMES = ['post', 'article', 'key', 'keySignature', 'url', 'sort'] as const;

/** The thread that is included in the HTML of the page. */
const INCLUDED = html`<slot></slot>`;

/** `<colloquy-thread post="…">`: the discussion of a post, or of the page that contains it. */
export class ThreadElement extends LitElement {
  static override properties = {
    post: {},
    article: {},
    key: {},
    url: {},
    keySignature: { attribute: 'key-signature' },
    sort: {},
    lang: {},
    theme: {},
    sso: {},
    signInUrl: { attribute: 'sign-in-url' },
  };
  static override styles = [shell, comments];

  declare sort: string | null;
  /** Identifies the reader of the site's page. */
  declare sso: SiteToken | undefined;
  private words: Localizer | null = null;
  /** The number of the last load of words; older loads are discarded. */
  private loads = 0;
  context: ElementContext | null = null;
  private tookOver = false;
  private readonly scheme = new ColorScheme(this);
  private readonly window = new RowWindow(this);
  private readonly selection = new SelectedText(this);
  private ends: AbortController | undefined;

  constructor() {
    super();
    // Not needed earlier: until it is loaded, keys keep their usual meaning.
    const load = () =>
      void loadModule(() => import('./keyboard.js')).then(
        ({ Keyboard }) => new Keyboard(this),
        () => undefined,
      );
    this.addEventListener('focusin', load, { once: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The element may have been moved within the page.
    this.requestUpdate();
    const minute = setInterval(() => {
      this.requestUpdate();
      if (!document.hidden) void this.context?.loadAwaiting();
    }, 60_000);
    this.ends = new AbortController();
    const { signal } = this.ends;
    addEventListener('pagehide', () => this.context?.leave(), { signal });
    const { hash } = location;
    // Loaded after the first comments are shown.
    afterPaint(() => {
      loadModule(() => import('./page-ties.js')).then(
        ({ tieToPage }) => tieToPage(this, signal, hash),
        () => undefined,
      );
    });
    const forget = session.onChange(() => void this.context?.readerChanged());
    signal.onabort = () => {
      clearInterval(minute);
      forget();
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends?.abort();
    this.context?.close();
    this.context = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('sso')) session.follow(this.sso ?? null);
    this.reflect(changed);
    if (!this.words || changed.has('lang')) void this.loadWords();
    // Lit also updates an element that was removed from the page; it must not start again.
    if (!this.isConnected) return;
    const other = NAMES.some((name) => changed.has(name));
    if (!this.context || other) this.begin();
  }

  protected override render(): unknown {
    const { words, context } = this;
    if (!words || !context) return INCLUDED;
    context.words = words;
    const { phase } = context.discussion;
    if (phase === 'ready' || phase === 'gone') this.tookOver = true;
    // The included thread stays until there is something to show in its place.
    if (!this.tookOver && phase === 'loading' && this.firstElementChild) return INCLUDED;
    const view = threadView(context, this.window, this.scheme.name);
    return this.tookOver ? view : html`${view}${INCLUDED}`;
  }

  protected override updated(): void {
    this.context?.settle(this.scheme.name);
  }

  /** Frameworks may set properties; the thread reads attributes, so they follow the properties. */
  private reflect(changed: PropertyValues): void {
    for (const name of changed.keys()) {
      // Not reflected: the page's scripts must not see the token or its source in an attribute.
      if (name === 'sso') continue;
      const { attribute } = ThreadElement.elementProperties.get(name) ?? {};
      const value = this[name as keyof this] as string | null;
      const kept = typeof attribute === 'string' ? attribute : (name as string);
      if (value == null) this.removeAttribute(kept);
      else if (this.getAttribute(kept) !== value) this.setAttribute(kept, value);
    }
  }

  /** @param asked the comment to start at */
  begin(asked = askedComment()): void {
    this.context?.close();
    const changed = () => this.requestUpdate();
    const sort = SORTS.find((known) => known === this.sort) ?? 'best';
    const reader = new Reader(changed);
    const discussion = new Discussion(subjectOf(this), sort, asked, reader, changed);
    this.context = new ElementContext(
      this,
      this.window,
      this.selection,
      discussion,
      reader,
      changed,
    );
    this.window.onEnd = () => {
      if (!discussion.failed.has('page')) void discussion.loadMore();
    };
    void this.context.load();
  }

  private async loadWords(): Promise<void> {
    const load = ++this.loads;
    // The `lang` of the element or of an ancestor decides, then the browser's language.
    const { lang } = this.closest<HTMLElement>('[lang]') ?? document.documentElement;
    const words = await Localizer.load([lang, ...navigator.languages], this.words);
    // Another language was requested meanwhile.
    if (load !== this.loads) return;
    this.words = words;
    this.requestUpdate();
  }
}
