import { unwrap } from '@colloquy/client';
import type { OwnComment } from './comments.js';
import { service } from '../../parts/service.js';

const MOST = 50;

/** Held comments of one discussion, for a reader who is a moderator. */
export class HeldComments {
  /** The longest waiting first. */
  items: readonly OwnComment[] = [];
  /** Whether more comments wait than these. */
  isMore = false;

  constructor(private readonly changed: () => void) {}

  async load(post: string): Promise<void> {
    const params = { query: { kind: 'held' as const, post, limit: MOST } };
    const { items, nextCursor } = unwrap(
      await service.api.GET('/api/v1/moderation/queue', { params }),
    );
    this.items = items.flatMap(({ comment }) => comment ?? []);
    this.isMore = nextCursor !== null;
    this.changed();
  }

  has(id: string): boolean {
    return this.items.some((item) => item.id === id);
  }

  /** A comment as a decision left it: it waits, or waits no more. */
  take(comment: OwnComment): void {
    const others = this.items.filter(({ id }) => id !== comment.id);
    this.items = comment.status === 'held' ? [...others, comment] : others;
    this.changed();
  }

  clear(): void {
    this.items = [];
    this.isMore = false;
  }
}
