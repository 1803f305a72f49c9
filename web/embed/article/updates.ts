import { type Comment, unwrap } from '@colloquy/client';
import type { PostUpdate } from '../data/article.js';
import { service } from '../../parts/service.js';

const MOST = 100;

/** The author's updates of the article, the newest first, with the comments that led to them. */
export class Updates {
  items: readonly PostUpdate[] = [];

  async load(post: string): Promise<void> {
    const params = { path: { post }, query: { limit: MOST } };
    const answer = await service.api.GET('/api/v1/posts/{post}/updates', { params });
    this.items = unwrap(answer).items;
  }

  /** The first update that a comment could not know. */
  after({ createdAt }: Comment): PostUpdate | null {
    return this.items.findLast((update) => update.createdAt > createdAt) ?? null;
  }

  /** The newest update that a comment led to. */
  ledToBy({ id }: { id: string }): PostUpdate | null {
    return this.items.find(({ credits }) => credits.some((each) => each.commentId === id)) ?? null;
  }
}
