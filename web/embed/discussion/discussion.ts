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

/** A discussion that is `gone` was deleted. */
export type Phase = 'loading' | 'ready' | 'failed' | 'gone';
const LOAD_AGAIN_AFTER_MS = 5_000;

/** A thread with what the reader has opened, and as it changes. It knows nothing of how it looks. */
export class Discussion {
  phase: Phase = 'loading';
  thread: Thread | null = null;
  /** Null until it is known, and while nobody has commented on a page of the host site. */
  post: KnownPost | null = null;
  private mayBegin = true;
  status: WatchStatus = 'connecting';
  readers: number | null = null;
  /** The comment whose branch alone is shown; null shows the thread. */
  focus: string | null = null;
  /** The comment that was asked for cannot be shown: the whole thread is. */
  missing = false;
  /** A failure that is the same when it is tried again, as that of a name that no post has. */
  lasting = false;
  /** Comments between the root and the first one shown, where one branch is shown. */
  omitted = 0;
  /** Branches that the reader has closed, by the id of their first comment. */
  closed: ReadonlySet<string> = new Set();
  /** Null shows the thread, or the branch in `focus`. */
  selection: Selection | null = null;
  /** Called with the events of the thread; with none when the thread was loaded again. */
  heard: (events: readonly ThreadEvent[]) => void = () => undefined;
  /** Called with news of the account; with null when some may have been missed. */
  noted: (note: Note | null) => void = () => undefined;
  /** Comments that came while the reader reads, and wait until they are asked for. */
  waiting: ReadonlySet<string> = new Set();
  /** Requests under way: `page`, or the id of the comment whose replies are loaded. */
  readonly loading = new Set<string>();
  /** Failed requests, which the reader can repeat. */
  readonly failed = new Set<string>();
  private watch: Watch | null = null;
  private generation = 0;
  /** Counts how often the shown comments were loaded once more: a page of a former list goes nowhere. */
  private reloads = 0;

  constructor(
    readonly subject: Subject,
    public sort: Sort,
    public asked: Asked | null,
    private readonly reader: Reader,
    private readonly changed: () => void,
  ) {}

  /** Whether the whole thread is shown, and not a part of it. */
  get isWhole(): boolean {
    return this.focus === null && this.selection === null;
  }

  /** Whether it takes comments; a page without a post takes its first one, on some sites of staff alone. */
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
      // The events after this reading come over the same socket, and none of them is missed.
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
    // While another order is on its way, there are still the comments of a part.
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

  /** Shows the comments that were held back: all of them, or the replies to one comment. */
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
   * A comment that the reader goes to, or let in, does not wait to be seen, should its event have come first; nor
   * does what it answers, and the branches around it are open.
   */
  letIn(id: string): void {
    const way = new Set<string | null>([id]);
    for (const item of this.thread?.items.toReversed() ?? [])
      if (way.has(item.id)) way.add(item.parentId);
    const without = (all: ReadonlySet<string>) => new Set([...all].filter((one) => !way.has(one)));
    this.waiting = without(this.waiting);
    this.closed = without(this.closed);
  }

  /** Takes what the reader has just done, before the socket tells it. */
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

  /** Takes what a reading says beside the comments. What it does not name stays as it was. */
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

  /** The post says what may be done; the comments do not wait for it. */
  private async askPost(id: string): Promise<void> {
    const { generation, post: before } = this;
    const post = await readPost(id).catch(() => null);
    if (!post || generation !== this.generation) return;
    // An event that came meanwhile may be newer than the answer.
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

  /** Loads the shown comments once more, as they are now. */
  async loadAgain(): Promise<Thread | null> {
    const { generation } = this;
    const former = this.thread?.postId;
    const loaded = await this.loadThread().catch((error: unknown) => {
      if (generation === this.generation && isGone(error)) this.end();
      else throw error;
    });
    // The reader wanted something else meanwhile, which is the later reading.
    if (!loaded || generation !== this.generation) return null;
    const { thread: fresh } = loaded;
    if (fresh) {
      this.reloads++;
      this.take(loaded);
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
    this.thread = null;
    this.focus = null;
    this.changed();
  }

  /** The service ended the watch with this status, which a reader may have slept through. */
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
