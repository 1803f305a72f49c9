import { type Comment, type ThreadEvent, unwrap } from '@colloquy/client';
import { html, type LitElement, nothing } from 'lit';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import {
  emptyDraft,
  type Passage,
  type PassageDraft,
  type PostDetail,
  type UpdateDraft,
} from '../data/article.js';
import type { ArticleSide, ThreadContext } from '../discussion/thread-context.js';
import { TOP, UPDATE } from '../discussion/open-panels.js';
import { followLink } from '../thread/comment-link.js';
import { placeView } from '../thread/panel-place-view.js';
import { KeptPassage } from './kept-passage.js';
import { ArticleInPage } from './article-in-page.js';
import { Passages, PassageSelection, readComments } from './passages.js';
import { aboutView, anchorView, passageListView, selectionView } from './passage-views.js';
import { PacedReads } from '../../parts/paced-reads.js';
import { remarkView, updateListView, Updates } from './updates.js';

export { articleSheet } from './article-sheet.js';

/** Connects a thread with its article: passages with their comments, and dated updates. */
export class ArticleOfThread implements ArticleSide {
  about: PassageDraft | null = null;
  draft: UpdateDraft = emptyDraft();
  private readonly passages = new Passages();
  private readonly updates = new Updates();
  private readonly kept: KeptPassage;
  private inPage: ArticleInPage | null = null;
  private post: PostDetail | null = null;
  private postId: string | null = null;
  private readonly reading = new PacedReads((all) => this.readOnce(all));
  /** Whether the form for the comment was open. When it closes, the passage is dropped. */
  private wasWriting = false;

  constructor(
    private readonly context: ThreadContext,
    private readonly thread: LitElement,
    private readonly findArticle: () => Element | null,
    private readonly changed: () => void,
  ) {
    this.kept = new KeptPassage(context.discussion.subject);
    context.discussion.heard = (events) => this.hear(events);
  }

  /** Runs after each rendering: the page may now have its article, and the thread its post. */
  settle(scheme: 'dark' | 'light'): void {
    const { words, discussion, panels, views } = this.context;
    if (!words.has('article')) void words.need('article').then(this.changed, () => undefined);
    const element = this.findArticle();
    if (element !== (this.inPage?.element ?? null)) this.attach(element);
    this.inPage?.dress(words, scheme);
    const writing = panels.at(TOP) !== null;
    if (this.about && this.wasWriting && !writing) this.take(null);
    const isBegun = panels.at(TOP)?.is === 'reply' && !this.wasWriting && !this.about;
    if (isBegun) this.take(this.kept.read());
    // A form that could not be loaded closes by itself; that must not drop the passage.
    this.wasWriting = writing && views !== null;
    this.kept.keep(this.about, writing);
    const postId = discussion.thread?.postId ?? null;
    if (postId === this.postId) return;
    this.postId = postId;
    this.reading.ask(true);
  }

  close(): void {
    this.reading.end();
    this.inPage?.close();
    this.inPage = null;
    this.context.discussion.heard = () => undefined;
  }

  get mayPublish(): boolean {
    const { user } = session;
    if (!user || !this.postId || !this.context.words.has('article')) return false;
    return this.context.reader.permissions.moderate || this.post?.authorId === user.id;
  }

  take(about: PassageDraft | null): void {
    if (about === this.about) return;
    this.about = about;
    this.inPage?.setAbout(about);
    this.changed();
  }

  /** Another account is signed in; it must not get the former one's draft. */
  handOver(): void {
    this.draft = emptyDraft();
    this.take(null);
  }

  credit({ id, author }: Comment): void {
    const { panels } = this.context;
    if (!this.draft.credits.some((each) => each.id === id)) {
      const credit = { id, name: author?.displayName ?? this.context.words.t('someone') };
      this.draft = { ...this.draft, credits: [...this.draft.credits, credit], key: null };
    }
    if (panels.at(UPDATE)) this.changed();
    else this.context.open(UPDATE, { is: 'update' });
  }

  aboutView(): unknown {
    const { about, context } = this;
    return about && aboutView(about, context.words, () => this.take(null));
  }

  passageView(comment: Comment): unknown {
    const { anchor } = comment;
    if (!anchor || !this.context.words.has('article')) return nothing;
    const place = this.passages.of(comment.id)?.place ?? anchor.place;
    const located = this.inPage?.locate(anchor.quote, place) ?? null;
    // The service has no text of a host page: the page itself shows the state of the passage.
    const state =
      anchor.placeRevision === null && this.inPage
        ? (located?.state ?? 'orphaned')
        : this.passages.stateOf(comment.id, anchor, this.post?.revision ?? null);
    const reveal = located && (() => this.inPage?.reveal(anchor.quote, place));
    return anchorView(anchor, state, this.context.words, reveal);
  }

  remarkView(comment: Comment): unknown {
    const { words } = this.context;
    if (!words.has('article') || this.updates.items.length === 0) return nothing;
    const led = this.updates.ledToBy(comment);
    const update = led ?? this.updates.after(comment);
    if (!update) return nothing;
    const key = led ? 'ledToUpdate' : 'beforeUpdate';
    return remarkView(key, update, words, (id) => this.revealUpdate(id));
  }

  headView(): unknown {
    const { discussion, words } = this.context;
    if (!words.has('article') || discussion.phase !== 'ready') return nothing;
    const { selection } = discussion;
    const publish = html`<button
      class="plain"
      @click=${() => this.context.open(UPDATE, { is: 'update' })}
    >
      ${words.t('publishUpdate')}
    </button>`;
    return html`${
      selection instanceof PassageSelection
        ? selectionView(selection, words, () => void discussion.widen())
        : nothing
    }
    ${updateListView(this.updates.items, words, (event, id) => followLink(event, id, this.context))}
    ${passageListView(this.shown, this.passages.orphaned, words, (passage) => this.open(passage))}
    ${
      this.mayPublish
        ? html`<div class="publish">${placeView(UPDATE, null, this.context, publish)}</div>`
        : nothing
    }`;
  }

  /** False until the text that a passage's positions refer to is known. */
  private get mayWrite(): boolean {
    const { phase, thread, mayComment } = this.context.discussion;
    return phase === 'ready' && (!thread || this.post !== null) && mayComment;
  }

  /** The passages of the list. On a host page these are the ones found in it. */
  private get shown(): readonly Passage[] {
    const { inPage } = this;
    if (!inPage || inPage.text.isKnown) return this.passages.items;
    return this.passages.items.filter(({ quote, place }) => inPage.locate(quote, place));
  }

  private attach(element: Element | null): void {
    this.inPage?.close();
    const acts = {
      mayWrite: () => this.mayWrite,
      write: (about: PassageDraft) => void this.write(about),
      open: (passage: Passage) => this.open(passage),
    };
    this.inPage = element && new ArticleInPage(element, acts, this.changed);
    this.show();
  }

  private show(): void {
    const { inPage } = this;
    if (!inPage) return;
    if (this.post) inPage.know(this.post);
    inPage.show(this.passages.items);
    inPage.setAbout(this.about);
    inPage.reconsider();
  }

  private hear(events: readonly ThreadEvent[]): void {
    const ofPost = events.length === 0 || events.some(({ type }) => type === 'post.updated');
    const ofComments = events.some(({ type, data: { comment } }) => {
      if (!comment) return false;
      if ('anchor' in comment && comment.anchor) return true;
      const isGone = type !== 'comment.created' && comment.status !== 'published';
      return isGone && !this.passages.isEmpty;
    });
    const ofCredits = events.some(({ data }) => data.comment && this.updates.ledToBy(data.comment));
    if (ofPost || ofCredits) this.reading.ask(true);
    else if (ofComments) this.reading.ask(false);
  }

  /** @param all whether to read the article and its updates, not only the passages */
  private async readOnce(all: boolean): Promise<void> {
    const post = this.postId;
    if (post === null) return;
    const params = { path: { post } };
    const detail = all ? service.api.GET('/api/v1/posts/{post}', { params }).then(unwrap) : null;
    const [found] = await Promise.all([detail, this.passages.load(post)]);
    if (found) await this.updates.load(found);
    if (post !== this.postId) return;
    this.post = found ?? this.post;
    this.show();
    await this.follows();
    this.changed();
  }

  /** Adds new comments on the selected passage to the separate list. */
  private async follows(): Promise<void> {
    const { discussion } = this.context;
    const { selection } = discussion;
    if (!(selection instanceof PassageSelection)) return;
    const known = new Set(selection.ids);
    const passage = this.passages.items.find(({ commentIds }) =>
      commentIds.some((id) => known.has(id)),
    );
    const fresh = passage?.commentIds.filter((id) => !known.has(id)) ?? [];
    if (fresh.length === 0) return;
    selection.ids = [...selection.ids, ...fresh];
    const comments = await readComments(fresh);
    discussion.replaceThread((thread) => {
      const there = new Set(thread.items.map(({ id }) => id));
      return {
        ...thread,
        items: [...thread.items, ...comments.filter(({ id }) => !there.has(id))],
      };
    });
  }

  private open({ quote, count, commentIds }: Passage): void {
    const { discussion } = this.context;
    const selection = new PassageSelection(quote.exact, count, commentIds);
    void discussion.select(selection).then(() => {
      const first = discussion.thread?.items[0];
      if (first && discussion.selection === selection) this.context.focusPlace(first.id);
    });
  }

  private async write(about: PassageDraft): Promise<void> {
    const { discussion, panels } = this.context;
    if (discussion.focus) await discussion.widen();
    this.take(about);
    if (panels.at(TOP)?.is !== 'reply') return this.context.open(TOP, { is: 'reply' });
    this.thread.renderRoot.querySelector<HTMLElement>('.top textarea')?.focus();
  }

  private revealUpdate(id: string): void {
    const list = this.thread.renderRoot.querySelector<HTMLDetailsElement>('.updates');
    if (!list) return;
    list.open = true;
    const entry = list.querySelector<HTMLElement>(`#u-${CSS.escape(id)}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }
}
