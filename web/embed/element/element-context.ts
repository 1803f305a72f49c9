import { type Comment, loadModule } from '@colloquy/client';
import type { LitElement } from 'lit';
import { HeldComments } from '../data/held-comments.js';
import type { Reader } from '../data/reader.js';
import { session } from '../../parts/session.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import type { BarOfReader } from '../bell/bar-of-reader.js';
import type { ArticleOfThread } from '../article/article-of-thread.js';
import { LaterParts } from './later-parts.js';
import { articleElement, concernsArticle } from './article-element.js';
import type { PanelViews, ThreadContext } from '../discussion/thread-context.js';
import type { Deletions } from '../discussion/deletions.js';
import type { Discussion } from '../discussion/discussion.js';
import { draftPlaces } from '../discussion/device-storage.js';
import { type Panel, Panels, TOP } from '../discussion/open-panels.js';
import type { RowWindow } from '../thread/row-window.js';
import { KeptRows } from '../discussion/rows.js';
import { withoutHiddenTexts } from '../discussion/hidden-texts.js';
import type { SelectedText } from '../discussion/selected-text.js';
import type { Selected } from '../discussion/selection-in-comment.js';

type SignedActs = typeof import('./signed-acts.js');

const NONE: ReadonlySet<string> = new Set();

/** The context of a thread in a page: carries out the requests of its views. */
export class ElementContext implements ThreadContext {
  words: Localizer;
  views: PanelViews | null = null;
  article: ArticleOfThread | null = null;
  bar: BarOfReader | null = null;
  /** The next announcement for screen readers. */
  said: Key | null = null;
  readonly panels: Panels;
  readonly awaiting: HeldComments;
  readonly rows = new KeptRows();
  /** Null until something is deleted. */
  private deletions: Deletions | null = null;
  private wanted: string | null = null;
  /** The post whose reader state is loaded. */
  private postId: string | null = null;
  private readonly parts: LaterParts;
  private closed = false;
  /** The account that was last signed in here. */
  private account: string | null = session.user?.id ?? null;
  private keptDrafts: ReadonlySet<string> | null = null;

  constructor(
    private readonly element: LitElement,
    private readonly window: RowWindow,
    private readonly selection: SelectedText,
    readonly discussion: Discussion,
    readonly reader: Reader,
    private readonly changed: () => void,
  ) {
    this.panels = new Panels(() => {
      this.keptDrafts = null;
      changed();
    });
    this.awaiting = new HeldComments(changed);
    this.parts = new LaterParts(element, changed);
  }

  /** Loads the thread, starting at the comment in the page's address. */
  async load(): Promise<void> {
    await this.discussion.load();
    if (this.discussion.focus) this.focusPlace(this.discussion.focus);
  }

  /**
   * After a sign-in or sign-out everything that depends on the reader is loaded again. After the
   * session has expired, the thread stays, so that the reader can sign in again and continue.
   */
  async readerChanged(): Promise<void> {
    const account = session.user?.id ?? null;
    this.keptDrafts = null;
    if (session.hasLeft || (account && this.account && account !== this.account)) this.handOver();
    if (!account && !session.hasLeft) return this.changed();
    this.account = account;
    const { thread, mayComment } = this.discussion;
    if (thread) await this.reader.load(thread).catch(() => undefined);
    if (account && mayComment && !(thread && this.reader.permissions.comment))
      await this.findBarred().then(
        () => this.reader.barred && this.panels.bar(),
        () => undefined,
      );
    await this.loadAwaiting();
    this.changed();
  }

  /** Another account is signed in. It must see nothing of the former one. */
  private handOver(): void {
    this.deletions?.drop();
    this.awaiting.clear();
    this.article?.handOver();
    this.reader.begin(this.discussion.thread?.postId ?? null);
    this.discussion.replaceThread(withoutHiddenTexts);
    this.panels.handOver();
  }

  async findBarred(): Promise<void> {
    const { findBarred } = await loadModule(() => import('../data/standing.js'));
    await findBarred(this.reader);
    if (this.reader.barred) await this.loadViews();
    this.changed();
  }

  /** A held comment sends no event, so moderators poll for them. */
  async loadAwaiting(): Promise<void> {
    const { thread } = this.discussion;
    if (!thread || !this.reader.permissions.moderate) return this.awaiting.clear();
    this.loadViews().catch(() => undefined);
    await this.awaiting.load(thread.postId).catch(() => undefined);
  }

  get deleting(): ReadonlySet<string> {
    return this.deletions?.ids ?? NONE;
  }

  get selected(): Selected | null {
    return this.selection.at;
  }

  get drafts(): ReadonlySet<string> {
    const of = session.user?.id;
    return (this.keptDrafts ??= new Set(of && draftPlaces(this.discussion.subject, of)));
  }

  quote(comment: Comment): void {
    const { selected } = this;
    loadModule(() => import('../panels/quoting.js')).then(
      ({ quote }) => quote(comment, selected, this),
      (error: unknown) => this.tellTrouble(error),
    );
  }

  open(place: string, panel: Panel): void {
    const writes = panel.is === 'reply' || panel.is === 'edit';
    const isOpen = this.panels.at(place)?.is === panel.is;
    if (writes && !isOpen && !session.user)
      return this.signedIn(place, () => this.open(place, panel), true);
    void this.needViews(place);
    this.panels.toggle(place, writes && this.reader.barred ? { is: 'barred' } : panel);
  }

  signedIn(place: string, act: () => void, asGuest = false): void {
    const ready = this.needViews(place);
    if (asGuest ? session.user : session.hasAccount) return act();
    void ready.then(
      (are) => are && this.withActs((acts) => acts.signedIn(this, place, act, asGuest), place),
    );
  }

  carryOut(act: () => Promise<void>, place?: string): void {
    const account = session.user?.id;
    act().catch((error: unknown) => {
      this.withActs(({ recover }) => recover(this, { error, act, place, account }), place);
    });
  }

  signOut(): void {
    Promise.resolve(this.deletions?.flush())
      .then(() => session.end())
      .catch((error: unknown) => this.tellTrouble(error));
  }

  tellTrouble(error: unknown, place?: string): void {
    this.withActs(({ recover }) => recover(this, { error, place }), place);
  }

  private withActs(use: (acts: SignedActs) => unknown, place?: string): void {
    loadModule(() => import('./signed-acts.js')).then(use, () =>
      this.panels.tell(place, { text: this.words.t('problemNetwork'), alert: true }),
    );
  }

  handleOf(author: Comment['author']): string | null {
    return this.rows.handleOf(author);
  }

  nameOf(author: Comment['author']): string {
    const handle = this.handleOf(author);
    return `${author?.displayName ?? this.words.t('someone')}${handle ? ` ${handle}` : ''}`;
  }

  /** A live region announces the same words again only after they were removed. */
  say(key: Key): void {
    this.said = null;
    this.changed();
    const announce = () => Object.assign(this, { said: key }).changed();
    void this.element.updateComplete.then(announce);
  }

  focusPlace(place: string): void {
    this.wanted = place;
    this.discussion.letIn(place);
    this.changed();
  }

  deleteSoon({ id }: Pick<Comment, 'id'>): void {
    this.panels.close(id);
    loadModule(() => import('../discussion/deletions.js')).then(
      ({ Deletions }) => (this.deletions ??= new Deletions(this)).begin(id),
      (error: unknown) => this.tellTrouble(error, id),
    );
  }

  /** Runs after each rendering, when the wanted row is in the page. */
  settle(scheme: 'dark' | 'light'): void {
    const postId = this.discussion.thread?.postId ?? null;
    if (postId !== this.postId) {
      this.postId = postId;
      if (session.user) void this.readerChanged();
    }
    if (this.discussion.phase === 'gone') this.endArticle();
    else if (this.article) this.article.settle(scheme);
    else if (concernsArticle(this.element, this))
      void this.parts.load('article', () => this.loadArticle());
    if (session.user && this.discussion.phase !== 'loading')
      void this.parts.load('bell', () => this.loadBar());
    if (this.reader.held.length > 0) void this.parts.load('views', () => this.loadViews());
    const { wanted } = this;
    if (wanted === null || this.discussion.phase !== 'ready') return;
    this.window.reach(wanted);
    const target = this.element.renderRoot.querySelector<HTMLElement>(
      wanted === TOP ? '.write' : `#c-${CSS.escape(wanted)}`,
    );
    if (!target) return;
    this.wanted = null;
    target.scrollIntoView({ block: wanted === this.discussion.focus ? 'start' : 'nearest' });
    target.focus({ preventScroll: true });
  }

  leave(): void {
    void this.deletions?.flush();
    const { thread } = this.discussion;
    if (thread) void this.reader.markSeen(thread.seq);
  }

  close(): void {
    this.leave();
    this.closed = true;
    this.endArticle();
    this.bar?.close();
    this.discussion.close();
  }

  private endArticle(): void {
    this.article?.close();
    this.article = null;
  }

  private async loadBar(): Promise<void> {
    const [{ BarOfReader, barSheet }] = await Promise.all([
      loadModule(() => import('../bell/bar-of-reader.js')),
      this.words.need('bell'),
    ]);
    if (this.closed) return;
    this.parts.adopt(barSheet);
    this.bar = new BarOfReader(this, this.changed);
    this.changed();
  }

  private async loadArticle(): Promise<void> {
    const [{ ArticleOfThread, articleSheet }] = await Promise.all([
      loadModule(() => import('../article/article-of-thread.js')),
      this.words.need('article'),
    ]);
    if (this.closed) return;
    this.parts.adopt(articleSheet);
    const find = () => articleElement(this.element);
    this.article = new ArticleOfThread(this, this.element, find, this.changed);
    this.changed();
  }

  /** A panel opens together with its views; if they cannot be loaded, it closes again. */
  async needViews(place: string): Promise<boolean> {
    try {
      await this.loadViews();
    } catch (error) {
      this.panels.close(place);
      this.tellTrouble(error);
    }
    return this.views !== null;
  }

  private async loadViews(): Promise<void> {
    if (this.views) return;
    const load = () => import('../panels/panel-views.js');
    const [{ panelSheet, ...views }] = await Promise.all([
      loadModule(load),
      this.words.need('forms'),
    ]);
    this.parts.adopt(panelSheet);
    this.views = views;
    this.changed();
  }
}
