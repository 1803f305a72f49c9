import { type components, type Thread, unwrap } from '@colloquy/client';
import { sendLast, service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { findComment, type OwnComment } from './comments.js';
import type { Standing } from './standing.js';

type Viewing = components['schemas']['PostViewerView'];
export type VoteValue = 1 | 0 | -1;

/** Names the account and the post that the state is for. */
const placeOf = (postId: string | null) => `${session.user?.id ?? ''} ${postId ?? ''}`;

const NOTHING = { comment: false, vote: false, moderate: false };

/** One reader's side of a thread: votes, own held comments, new comments. */
export class Reader {
  readonly votes = new Map<string, VoteValue>();
  /** Own comments that others do not see: held ones and removed ones. */
  held: readonly OwnComment[] = [];
  permissions: Viewing['permissions'] = NOTHING;
  /** The pace of the discussion, and until when it makes this reader wait. */
  slowMode: Viewing['slowMode'] = { seconds: 0, until: null };
  /** Comments from this instant on are new since the last visit; null marks none. */
  newSince: string | null = null;
  /** Why the account may not write; null while it may, and until it is known. */
  barred: Standing | null = null;
  /** The news of the post that the reader gets; null for guests. */
  subscription: Viewing['subscription'] = null;
  private of = '';
  private postId: string | null = null;
  private seen = 0;
  /** How often the state was asked for, and how often the reader did something that changes it. */
  private asked = 0;
  private acts = 0;
  /** Votes that are on their way. */
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
      // Somebody else signed in meanwhile, or the discussion went into another one.
      if (this.of !== placeOf(postId) || asked !== this.asked) return;
      // The answer may be older than what the reader has done meanwhile.
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

  /** Nothing of the account before, or of another post, is shown while its own side is on the way. */
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

  /** The reader has done something: an answer that is on its way may not know of it. */
  act(change?: Partial<Pick<Reader, 'held' | 'slowMode' | 'subscription'>>): void {
    this.acts++;
    Object.assign(this, change);
    this.changed();
  }

  /** @param sent the vote that is on its way */
  vote(id: string, value: VoteValue, sent?: Promise<unknown>): void {
    this.votes.set(id, value);
    this.act();
    this.voting = Promise.allSettled([this.voting, sent]);
  }

  keepHeld(comment: OwnComment): void {
    this.act({ held: [comment, ...this.held.filter(({ id }) => id !== comment.id)] });
  }

  /** A held comment is gone: its author has deleted it. */
  dropHeld(gone: string): void {
    this.act({ held: this.held.filter(({ id }) => id !== gone) });
  }

  /** Notes which of the reader's own comments were released or removed. */
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

  /** Remembers, on the service, how far the reader has read. The request outlives the page. */
  async markSeen(seq: number): Promise<void> {
    const { postId } = this;
    if (!session.user || !postId || seq <= this.seen) return;
    const isTaken = await sendLast('PUT', `posts/${postId}/viewer`, { lastSeenSeq: seq });
    if (isTaken && postId === this.postId) this.seen = seq;
  }

  /** A removed comment can be read by its author, with the reason; a deleted one by nobody. */
  private async readRemoved(id: string): Promise<void> {
    const { of } = this;
    const comment = await findComment(id).catch(() => null);
    if (of === this.of && comment?.body && comment.status !== 'published') this.keepHeld(comment);
  }

  /** Events say when it was that the reader left; comments say when they were written. */
  private async findNew({ postId, seq }: Thread, lastSeenSeq: number): Promise<void> {
    if (lastSeenSeq === 0 || lastSeenSeq >= seq) return;
    const params = { path: { post: postId }, query: { after: lastSeenSeq, limit: 1 } };
    const { of } = this;
    const { data } = await service.api.GET('/api/v1/posts/{post}/events', { params });
    if (of === this.of) this.newSince = data?.events[0]?.at ?? null;
  }
}
