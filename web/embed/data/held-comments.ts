import { unwrap } from '@colloquy/client';
import type { OwnComment } from './comments.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';

const MOST = 50;

/** The comments that wait for a moderator in one discussion, for a reader who is one. */
export class HeldComments {
  /** Held ones, the longest waiting first. */
  items: readonly OwnComment[] = [];
  /** Whether more comments wait than these. */
  isMore = false;
  /** Published ones that readers have reported. */
  reported: ReadonlySet<string> = new Set();
  /** Public ones that this moderator removed while the page is open: they can be restored where they stood. */
  private removed: readonly OwnComment[] = [];
  private shown: readonly OwnComment[] = [];
  /** How often they were asked for, and how often a decision was made. */
  private asked = 0;
  private decisions = 0;

  constructor(private readonly changed: () => void) {}

  /** All that readers do not see, and a moderator does. */
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
    // The answer may be older than a decision.
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

  /** A comment as a decision left it: it waits, or is kept in sight, or neither. */
  take(comment: OwnComment): void {
    this.decisions++;
    // A comment that waited was in nobody's sight: once it is decided, it goes.
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
