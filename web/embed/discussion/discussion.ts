import {
  loadModule,
  type Post,
  ProblemError,
  type Sort,
  type Thread,
  type ThreadEvent,
  threadOf,
  unwrap,
  type Watch,
  type WatchStatus,
  withPage,
  withReplies,
} from '@colloquy/client';
import type { Reader } from '../data/reader.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { findPost, type KnownPost, type Subject } from '../data/thread-post.js';
import type { Asked } from './comment-address.js';
import { afterPaint } from './after-paint.js';
import { findImported, loadBranch } from './branch.js';

/** A discussion that is `gone` was deleted. */
export type Phase = 'loading' | 'ready' | 'failed' | 'gone';

/** Comments that are shown apart from the rest of the thread. */
export interface Selection {
  load(postId: string): Promise<Thread>;
}

const PAGE = 20;
const REPLIES = 20;
const LOAD_AGAIN_AFTER_MS = 5_000;

/** A thread with what the reader has opened, and as it changes. It knows nothing of how it looks. */
export class Discussion {
  phase: Phase = 'loading';
  thread: Thread | null = null;
  /** Null until it is known, and while nobody has commented on a page of the host site. */
  post: KnownPost | null = null;
  status: WatchStatus = 'connecting';
  readers: number | null = null;
  /** The comment whose branch alone is shown; null shows the thread. */
  focus: string | null = null;
  /** The comment that was asked for cannot be shown: the whole thread is. */
  missing = false;
  /** Comments between the root and the first one shown, where one branch is shown. */
  omitted = 0;
  /** Branches that the reader has closed, by the id of their first comment. */
  closed: ReadonlySet<string> = new Set();
  /** Null shows the thread, or the branch in `focus`. */
  selection: Selection | null = null;
  /** Called with the events of the thread; with none when the thread was loaded again. */
  heard: (events: readonly ThreadEvent[]) => void = () => undefined;
  /** Comments that came while the reader reads, and wait until they are asked for. */
  waiting: ReadonlySet<string> = new Set();
  /** Requests under way: `page`, or the id of the comment whose replies are loaded. */
  readonly loading = new Set<string>();
  /** Failed requests, which the reader can repeat. */
  readonly failed = new Set<string>();
  private watch: Watch | null = null;
  private generation = 0;

  constructor(
    readonly subject: Subject,
    public sort: Sort,
    private asked: Asked | null,
    private readonly reader: Reader,
    private readonly changed: () => void,
  ) {}

  /** Whether the whole thread is shown, and not a part of it. */
  get isWhole(): boolean {
    return this.focus === null && this.selection === null;
  }

  async load(): Promise<void> {
    const generation = ++this.generation;
    try {
      const thread = await this.loadThread();
      if (generation !== this.generation) return;
      this.thread = thread;
      this.waiting = new Set();
      this.phase = 'ready';
      // The code that follows a thread is large, and must not hold back the comments that are loaded.
      afterPaint(() => generation === this.generation && this.follow());
    } catch (error) {
      if (generation !== this.generation) return;
      this.phase = error instanceof ProblemError && error.status === 410 ? 'gone' : 'failed';
    }
    this.changed();
  }

  resort(sort: Sort): Promise<void> {
    this.sort = sort;
    this.asked = null;
    this.selection = null;
    return this.load();
  }

  /** Shows some comments alone. */
  select(selection: Selection): Promise<void> {
    this.asked = null;
    this.selection = selection;
    return this.load();
  }

  widen(): Promise<void> {
    return this.resort(this.sort);
  }

  async loadMore(): Promise<void> {
    const cursor = this.thread?.nextCursor;
    if (!cursor || !this.isWhole) return;
    await this.fetching('page', async (thread) => {
      const page = await this.page(thread.postId, cursor);
      return (now) => withPage(now, page);
    });
  }

  async loadReplies(id: string): Promise<void> {
    await this.fetching(id, async (thread) => {
      const more = thread.items.find((item) => item.id === id)?.moreReplies;
      if (!more) return (now) => now;
      const query = { limit: REPLIES, ...(more.cursor === null ? {} : { cursor: more.cursor }) };
      const params = { path: { id }, query };
      const page = unwrap(await service.api.GET('/api/v1/comments/{id}/replies', { params }));
      return (now) => withReplies(now, id, page);
    });
  }

  toggle(id: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(id)) closed.add(id);
    this.closed = closed;
    this.changed();
  }

  /** Shows the comments that were held back: all of them, or the replies to one comment. */
  reveal(parentId?: string): string | null {
    const items = this.thread?.items ?? [];
    const asked = items.filter(
      (item) => this.waiting.has(item.id) && (parentId === undefined || item.parentId === parentId),
    );
    const rest = new Set(this.waiting);
    for (const { id } of asked) rest.delete(id);
    this.waiting = parentId === undefined ? new Set() : rest;
    this.changed();
    return asked[0]?.id ?? null;
  }

  /** A comment that the reader let in does not wait to be seen, should its event have come first. */
  letIn(id: string): void {
    this.waiting = new Set([...this.waiting].filter((other) => other !== id));
  }

  /** Takes what the reader has just done, before the socket tells it. */
  replaceThread(change: (thread: Thread) => Thread): void {
    if (!this.thread) return;
    this.thread = change(this.thread);
    this.changed();
  }

  /** Takes what a moderator has just decided on the post. */
  replacePost(post: Partial<Post>): void {
    this.post = { ...this.post, ...post } as KnownPost;
    this.changed();
  }

  close(): void {
    this.generation++;
    this.watch?.close();
    this.watch = null;
  }

  private async loadThread(): Promise<Thread | null> {
    const { subject, selection } = this;
    const id = await this.findAsked();
    const branch = id === null ? null : await loadBranch(id);
    this.focus = branch && id;
    this.missing = this.asked !== null && !branch;
    if (selection && this.thread) return selection.load(this.thread.postId);
    if (branch) {
      this.omitted = branch.omitted;
      this.tellOfPost(findPost({ post: branch.thread.postId }));
      return branch.thread;
    }
    if ('post' in subject) {
      this.tellOfPost(findPost(subject));
      return threadOf(await this.page(subject.post), this.sort);
    }
    this.post = await findPost(subject);
    return this.post && threadOf(await this.page(this.post.id), this.sort);
  }

  private async findAsked(): Promise<string | null> {
    const { asked, subject } = this;
    if (asked === null || 'id' in asked) return asked && asked.id;
    const post = 'post' in subject ? subject.post : (await findPost(subject))?.id;
    return post === undefined ? null : findImported(post, asked.foreignId);
  }

  /** The post says what may be done; the comments do not wait for it. */
  private tellOfPost(asked: Promise<KnownPost | null>): void {
    asked.then(
      (post) => {
        this.post = post;
        this.changed();
      },
      () => undefined,
    );
  }

  private async page(post: string, cursor?: string) {
    const query = { sort: this.sort, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const params = { path: { post }, query };
    return unwrap(await service.api.GET('/api/v1/posts/{post}/comments', { params }));
  }

  private async fetching(
    what: string,
    ask: (thread: Thread) => Promise<(now: Thread) => Thread>,
  ): Promise<void> {
    if (!this.thread || this.loading.has(what)) return;
    const generation = this.generation;
    this.loading.add(what);
    this.changed();
    try {
      const change = await ask(this.thread);
      if (generation === this.generation) this.thread = change(this.thread);
      this.failed.delete(what);
    } catch {
      this.failed.add(what);
    } finally {
      this.loading.delete(what);
      this.changed();
    }
  }

  private follow(): void {
    this.watch?.close();
    const { thread, generation } = this;
    if (!thread) return;
    const goOn = () => generation === this.generation;
    loadModule(() => import('./following.js')).then(
      ({ follow }) => {
        if (goOn()) this.watch = follow(thread, this);
      },
      () => setTimeout(() => goOn() && this.follow(), LOAD_AGAIN_AFTER_MS),
    );
  }

  /** Loads the shown comments once more, as they are now. */
  async loadAgain(): Promise<Thread | null> {
    const former = this.thread?.postId;
    const fresh = await this.loadThread();
    if (fresh) {
      this.apply(() => fresh);
      this.heard([]);
      // It went into another post, whose events are the ones that count now.
      if (fresh.postId !== former) this.follow();
    }
    return fresh;
  }

  /** Moderators have deleted it. */
  end(): void {
    this.close();
    this.phase = 'gone';
    this.changed();
  }

  tell(news: Partial<Pick<Discussion, 'status' | 'readers'>>): void {
    Object.assign(this, news);
    this.changed();
  }

  apply(change: (now: Thread) => Thread): void {
    if (!this.thread) return;
    const former = new Set(this.thread.arrived);
    const before = this.thread;
    this.thread = change(before);
    if (session.user) this.reader.noteChanges(before, this.thread);
    const came = this.thread.arrived.filter((id) => !former.has(id));
    if (came.length > 0) this.holdBack(new Set(came));
    if (this.thread.post) this.post = { ...this.post, ...this.thread.post };
    this.changed();
  }

  private holdBack(came: ReadonlySet<string>): void {
    const waiting = new Set(this.waiting);
    for (const { id, author } of this.thread!.items)
      if (came.has(id) && (!author || author.id !== session.user?.id)) waiting.add(id);
    this.waiting = waiting;
  }
}
