import {
  type Note,
  type Post,
  type Sort,
  type Thread,
  type ThreadEvent,
  type Watch,
  type WatchStatus,
} from '@colloquy/client';
import type { Reader } from '../data/reader.js';
import { session } from '../../parts/session.js';
import { ELSEWHERE } from '../data/thread-pages.js';
import { isGone, isLasting, type KnownPost, readPost, type Subject } from '../data/thread-post.js';
import type { Asked } from './comment-address.js';
import { afterPaint } from './after-paint.js';
import { type Ask, loadFollowing, type Reading, readShown, type Selection } from './reading.js';

/** `gone`: moderators have deleted the discussion. */
export type Phase = 'loading' | 'ready' | 'failed' | 'gone';
const LOAD_AGAIN_AFTER_MS = 5_000;

/** A thread as it changes, with what the reader has opened in it. It renders nothing. */
export class Discussion {
  phase: Phase = 'loading';
  thread: Thread | null = null;
  /** Null until it is known, and for a page of the host site without comments. */
  post: KnownPost | null = null;
  private mayBegin = true;
  status: WatchStatus = 'connecting';
  readers: number | null = null;
  /** The comment whose branch is shown; null shows the whole thread. */
  focus: string | null = null;
  /** The requested comment cannot be shown, so the whole thread is. */
  missing = false;
  /** A failure that a retry cannot fix, such as an unknown name of a post. */
  lasting = false;
  /** The number of comments between the root and the first one shown, if a branch is shown. */
  omitted = 0;
  /** Branches that the reader has closed, by the id of their first comment. */
  closed: ReadonlySet<string> = new Set();
  /** Null shows the thread, or the branch in `focus`. */
  selection: Selection | null = null;
  /** Called with the events of the thread; with none after the thread was loaded again. */
  heard: (events: readonly ThreadEvent[]) => void = () => undefined;
  /** Called with a notification of the account; with null when some may have been missed. */
  noted: (note: Note | null) => void = () => undefined;
  /** New comments that are held back until the reader asks for them. */
  waiting: ReadonlySet<string> = new Set();
  /** Running requests: `page`, or the id of the comment whose replies are loaded. */
  readonly loading = new Set<string>();
  /** Failed requests, which the reader can repeat. */
  readonly failed = new Set<string>();
  private watch: Watch | null = null;
  private generation = 0;
  /** Counts reloads of the shown comments, so that a page of an older list is discarded. */
  private reloads = 0;

  constructor(
    readonly subject: Subject,
    public sort: Sort,
    public asked: Asked | null,
    private readonly reader: Reader,
    private readonly changed: () => void,
  ) {}

  /** Whether the whole thread is shown. */
  get isWhole(): boolean {
    return this.focus === null && this.selection === null;
  }

  /** Whether comments are accepted; on some sites only staff may write the first one of a page. */
  get mayComment(): boolean {
    const { post, mayBegin } = this;
    if (post) return !post.locked && post.mode !== 'closed';
    return mayBegin || (session.user !== null && session.user.role !== 'member');
  }

  async load(): Promise<void> {
    const generation = ++this.generation;
    try {
      const loaded = await this.loadThread();
      if (generation !== this.generation) return;
      this.take(loaded);
      const { thread } = loaded;
      this.thread = thread;
      this.waiting = new Set();
      this.phase = 'ready';
      // Events after this read arrive over the same socket, so none is missed.
      if (this.watch && this.watch.status !== 'ended' && thread?.postId === this.watch.postId)
        this.watch.goOnFrom(thread);
      else afterPaint(() => generation === this.generation && this.follow());
    } catch (error) {
      if (generation !== this.generation) return;
      if (isGone(error)) return this.end();
      this.phase = 'failed';
      this.lasting = isLasting(error);
    }
    this.changed();
  }

  resort(sort: Sort): Promise<void> {
    this.sort = sort;
    this.asked = null;
    this.selection = null;
    return this.load();
  }

  /** Shows only some comments. */
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
    // While another order is loading, the comments of the former part are still shown.
    if (!cursor || cursor === ELSEWHERE || !this.isWhole) return;
    await this.fetching('page', ({ readNextPage }, thread) => readNextPage(thread, cursor));
  }

  loadReplies(id: string): Promise<void> {
    return this.fetching(id, ({ readNextReplies }, thread) => readNextReplies(thread, id));
  }

  toggle(id: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(id)) closed.add(id);
    this.closed = closed;
    this.changed();
  }

  /** Shows the held-back comments: all of them, or the replies to one comment. */
  reveal(parentId?: string): string | null {
    const asked = (this.thread?.items ?? []).filter(
      (item) => this.waiting.has(item.id) && (parentId === undefined || item.parentId === parentId),
    );
    if (parentId === undefined) this.waiting = new Set();
    else for (const { id } of asked) this.letIn(id);
    this.changed();
    return asked[0]?.id ?? null;
  }

  /**
   * Shows a comment that the reader goes to or has released, even if its event arrived first. So is
   * its parent, and the branches around it are opened.
   */
  letIn(id: string): void {
    const way = new Set<string | null>([id]);
    for (const item of this.thread?.items.toReversed() ?? [])
      if (way.has(item.id)) way.add(item.parentId);
    const without = (all: ReadonlySet<string>) => new Set([...all].filter((one) => !way.has(one)));
    this.waiting = without(this.waiting);
    this.closed = without(this.closed);
  }

  /** Applies the reader's own act before the socket reports it. */
  replaceThread(change: (thread: Thread) => Thread): void {
    if (!this.thread) return;
    this.thread = change(this.thread);
    this.changed();
  }

  replacePost(post: Partial<Post>): void {
    this.post = { ...this.post, ...post } as KnownPost;
    this.changed();
  }

  close(): void {
    this.generation++;
    this.watch?.close();
    this.watch = null;
  }

  /** Applies what a read returned beside the comments. Fields that it omits stay unchanged. */
  private take(reading: Reading): void {
    this.focus = reading.focus;
    this.missing = reading.missing;
    this.omitted = reading.omitted ?? this.omitted;
    this.post = reading.post === undefined ? this.post : reading.post;
    this.mayBegin = reading.mayBegin ?? this.mayBegin;
  }

  private loadThread(): Promise<Reading> {
    return readShown(this, (post) => void this.askPost(post));
  }

  /** Loads the post's permissions; the comments do not wait for it. */
  private async askPost(id: string): Promise<void> {
    const { generation, post: before } = this;
    const post = await readPost(id).catch(() => null);
    if (!post || generation !== this.generation) return;
    // An event that arrived meanwhile may be newer than the response.
    if (before !== this.post) return this.askPost(id);
    this.replacePost(post);
  }

  private async fetching(what: string, ask: Ask): Promise<void> {
    const { thread, generation, reloads } = this;
    if (!thread || this.loading.has(what)) return;
    this.loading.add(what);
    this.changed();
    try {
      const add = await ask(await loadFollowing(), thread);
      if (this.thread && generation === this.generation && reloads === this.reloads)
        this.thread = add(this.thread);
      this.failed.delete(what);
    } catch {
      this.failed.add(what);
    } finally {
      this.loading.delete(what);
      this.changed();
    }
  }

  follow(): void {
    this.watch?.close();
    const { thread, generation } = this;
    if (!thread) return;
    loadFollowing().then(
      ({ follow }) => {
        if (generation === this.generation) this.watch = follow(thread, this);
      },
      () => this.followAgain(LOAD_AGAIN_AFTER_MS),
    );
  }

  private followAgain(inMs: number): void {
    const { generation } = this;
    setTimeout(() => generation === this.generation && this.follow(), inMs);
  }

  /** Loads the shown comments again. */
  async loadAgain(): Promise<Thread | null> {
    const { generation } = this;
    const former = this.thread?.postId;
    const loaded = await this.loadThread().catch((error: unknown) => {
      if (generation === this.generation && isGone(error)) this.end();
      else throw error;
    });
    // The reader has requested something else meanwhile, whose read is newer.
    if (!loaded || generation !== this.generation) return null;
    const { thread: fresh } = loaded;
    if (fresh) {
      this.reloads++;
      this.take(loaded);
      this.apply(() => fresh);
      this.heard([]);
      // The post was merged into another one, whose events count now.
      if (fresh.postId !== former) this.follow();
    }
    return fresh;
  }

  /** Moderators have deleted the discussion. */
  end(): void {
    this.close();
    this.phase = 'gone';
    this.thread = null;
    this.focus = null;
    this.changed();
  }

  /** The service ended the watch with this status; the browser may have slept meanwhile. */
  cutOff(status: number): void {
    if (status === 410) this.end();
    else if (status === 308) void this.load();
    else if (status === 401) this.followAgain(session.user ? LOAD_AGAIN_AFTER_MS : 0);
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
    const { post } = this.thread;
    if (post && post !== before.post) this.post = { ...this.post, ...post };
    this.changed();
  }

  private holdBack(came: ReadonlySet<string>): void {
    const waiting = new Set(this.waiting);
    for (const { id, author } of this.thread!.items)
      if (came.has(id) && (!author || author.id !== session.user?.id)) waiting.add(id);
    this.waiting = waiting;
  }
}
