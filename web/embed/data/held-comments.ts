import { unwrap } from '@colloquy/client';
import type { OwnComment } from './comments.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';

const MOST = 50;

/** The held comments of one discussion, if the reader is a moderator. */
export class HeldComments {
  /** Held comments, the longest waiting first. */
  items: readonly OwnComment[] = [];
  /** Whether there are more held comments than these. */
  isMore = false;
  /** Published comments that readers have reported. */
  reported: ReadonlySet<string> = new Set();
  /** Comments that this moderator removed since the page was opened; they can be restored. */
  private removed: readonly OwnComment[] = [];
  private shown: readonly OwnComment[] = [];
  /** The number of requests for them, and of decisions. */
  private asked = 0;
  private decisions = 0;

  constructor(private readonly changed: () => void) {}

  /** All comments that moderators see and readers do not. */
  get all(): readonly OwnComment[] {
    return this.shown;
  }

  async load(post: string): Promise<void> {
    const reader = session.user?.id;
    const { decisions } = this;
    const asked = ++this.asked;
    const [held, reported] = await Promise.all([list('held', post), list('reported', post)]);
    // Another account is signed in by now.
    if (reader !== session.user?.id || asked !== this.asked) return;
    // The response may be older than a decision.
    if (decisions !== this.decisions) return this.load(post);
    this.isMore = held.nextCursor !== null;
    this.reported = new Set(reported.items.map(({ id }) => id));
    this.replace(
      held.items.flatMap(({ comment }) => comment ?? []),
      this.removed,
    );
  }

  has(id: string): boolean {
    return this.items.some((item) => item.id === id);
  }

  /** Applies the outcome of a decision: the comment is held, stays visible, or is dropped. */
  take(comment: OwnComment): void {
    this.decisions++;
    // Readers never saw a held comment, so it is dropped once it is decided.
    const stays = comment.status === 'removed' && !this.has(comment.id);
    const others = this.items.filter(({ id }) => id !== comment.id);
    const removed = this.removed.filter(({ id }) => id !== comment.id);
    this.reported = new Set([...this.reported].filter((id) => id !== comment.id));
    this.replace(
      comment.status === 'held' ? [...others, comment] : others,
      stays ? [...removed, comment] : removed,
    );
  }

  clear(): void {
    this.asked++;
    this.isMore = false;
    this.reported = new Set();
    if (this.shown.length > 0) this.replace([], []);
  }

  private replace(held: readonly OwnComment[], removed: readonly OwnComment[]): void {
    this.items = held;
    this.removed = removed;
    const ids = new Set(held.map(({ id }) => id));
    this.shown = [...held, ...removed.filter(({ id }) => !ids.has(id))];
    this.changed();
  }
}

async function list(kind: 'held' | 'reported', post: string) {
  const params = { query: { kind, post, limit: MOST } };
  return unwrap(await service.api.GET('/api/v1/moderation/queue', { params }));
}
