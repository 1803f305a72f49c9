import { type components, type Thread, unwrap } from '@colloquy/client';
import { sendLast, service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { findComment, type OwnComment } from './comments.js';
import type { Standing } from './standing.js';

type Viewing = components['schemas']['PostViewerView'];
export type VoteValue = 1 | 0 | -1;

/** Identifies the account and the post of the state. */
const placeOf = (postId: string | null) => `${session.user?.id ?? ''} ${postId ?? ''}`;

const NOTHING = { comment: false, vote: false, moderate: false };

/** One reader's state in a thread: votes, own held comments, new comments. */
export class Reader {
  readonly votes = new Map<string, VoteValue>();
  /** The reader's own comments that others do not see: held and removed ones. */
  held: readonly OwnComment[] = [];
  permissions: Viewing['permissions'] = NOTHING;
  /** The slow mode of the discussion, and the end of this reader's wait. */
  slowMode: Viewing['slowMode'] = { seconds: 0, until: null };
  /** Comments from this instant on are new since the last visit; null marks none. */
  newSince: string | null = null;
  /** Why the account may not write; null while it may, and until it is known. */
  barred: Standing | null = null;
  /** Which news of the post the reader gets; null for guests. */
  subscription: Viewing['subscription'] = null;
  private of = '';
  private postId: string | null = null;
  private seen = 0;
  /** The number of requests for the state, and of acts of the reader that change it. */
  private asked = 0;
  private acts = 0;
  /** Pending votes. */
  private voting: Promise<unknown> = Promise.resolve();

  constructor(private readonly changed: () => void) {}

  /** Loads the state of the signed-in reader for this post; a guest has none. */
  async load(thread: Thread): Promise<void> {
    const { postId } = thread;
    const { user } = session;
    this.begin(postId);
    if (user) {
      const asked = ++this.asked;
      await this.voting;
      const { acts } = this;
      const params = { path: { post: postId } };
      const viewing = unwrap(await service.api.GET('/api/v1/posts/{post}/viewer', { params }));
      // Another account signed in meanwhile, or the post was merged into another one.
      if (this.of !== placeOf(postId) || asked !== this.asked) return;
      // The response may be older than the reader's acts.
      if (acts !== this.acts) return this.load(thread);
      this.votes.clear();
      for (const { commentId, value } of viewing.votes) this.votes.set(commentId, value);
      this.held = [...viewing.held, ...viewing.removed];
      this.permissions = viewing.permissions;
      this.slowMode = viewing.slowMode;
      this.subscription = viewing.subscription;
      if (this.permissions.comment) this.barred = null;
      if (this.newSince === null) await this.findNew(thread, viewing.lastSeenSeq);
    }
    this.changed();
  }

  /** Clears the state of the former account or post while the new one is loading. */
  begin(postId: string | null): void {
    if (this.of === placeOf(postId)) return;
    this.of = placeOf(postId);
    this.votes.clear();
    const slowMode = { ...this.slowMode, until: null };
    Object.assign(this, {
      postId,
      seen: 0,
      newSince: null,
      held: [],
      slowMode,
      barred: null,
      subscription: null,
    });
    this.permissions = NOTHING;
  }

  /** Records an act of the reader, because a running request may not reflect it. */
  act(change?: Partial<Pick<Reader, 'held' | 'slowMode' | 'subscription'>>): void {
    this.acts++;
    Object.assign(this, change);
    this.changed();
  }

  /** @param sent the pending vote */
  vote(id: string, value: VoteValue, sent?: Promise<unknown>): void {
    this.votes.set(id, value);
    this.act();
    this.voting = Promise.allSettled([this.voting, sent]);
  }

  keepHeld(comment: OwnComment): void {
    this.act({ held: [comment, ...this.held.filter(({ id }) => id !== comment.id)] });
  }

  /** Removes a held comment that its author has deleted. */
  dropHeld(gone: string): void {
    this.act({ held: this.held.filter(({ id }) => id !== gone) });
  }

  /** Records which of the reader's own comments were approved or removed. */
  noteChanges(before: Thread, after: Thread): void {
    const shown = new Set(after.items.map(({ id }) => id));
    if (this.held.some(({ id }) => shown.has(id)))
      this.act({ held: this.held.filter(({ id }) => !shown.has(id)) });
    const gone = after.gone.filter((id) => !before.gone.includes(id));
    for (const id of gone) {
      const former = before.items.find((item) => item.id === id);
      if (former?.author?.id === session.user?.id) void this.readRemoved(id);
    }
  }

  /** Stores on the service how far the reader has read. The request outlives the page. */
  async markSeen(seq: number): Promise<void> {
    const { postId } = this;
    if (!session.user || !postId || seq <= this.seen) return;
    const isTaken = await sendLast('PUT', `posts/${postId}/viewer`, { lastSeenSeq: seq });
    if (isTaken && postId === this.postId) this.seen = seq;
  }

  /** The author can read a removed comment, with the reason; nobody reads a deleted one. */
  private async readRemoved(id: string): Promise<void> {
    const { of } = this;
    const comment = await findComment(id).catch(() => null);
    if (of === this.of && comment?.body && comment.status !== 'published') this.keepHeld(comment);
  }

  /** Finds the time of the last visit by the events; comments have the time of writing. */
  private async findNew({ postId, seq }: Thread, lastSeenSeq: number): Promise<void> {
    if (lastSeenSeq === 0 || lastSeenSeq >= seq) return;
    const params = { path: { post: postId }, query: { after: lastSeenSeq, limit: 1 } };
    const { of } = this;
    const { data } = await service.api.GET('/api/v1/posts/{post}/events', { params });
    if (of === this.of) this.newSince = data?.events[0]?.at ?? null;
  }
}
