import { type Comment, type Thread, threadOf, unwrap } from '@colloquy/client';
import type { Anchor, Passage } from '../data/article.js';
import { findComment } from '../data/comments.js';
import { ELSEWHERE } from '../data/thread-pages.js';
import type { Selection } from '../discussion/reading.js';
import { service } from '../../parts/service.js';

/** The most comments of a passage that the service lists. */
export const MOST_SHOWN = 20;

/** The passages that comments are about, as the service has them. */
export class Passages {
  items: readonly Passage[] = [];
  /** The number of comments whose passages are gone. */
  orphaned = 0;
  private byComment: ReadonlyMap<string, Passage> = new Map();

  async load(post: string): Promise<void> {
    const params = { path: { post } };
    const { items, orphaned } = unwrap(
      await service.api.GET('/api/v1/posts/{post}/anchors', { params }),
    );
    this.items = items;
    this.orphaned = orphaned;
    this.byComment = new Map(
      items.flatMap((passage) => passage.commentIds.map((id) => [id, passage] as const)),
    );
  }

  get isEmpty(): boolean {
    return this.items.length === 0 && this.orphaned === 0;
  }

  of(commentId: string): Passage | null {
    return this.byComment.get(commentId) ?? null;
  }

  /**
   * Whether a passage is still in the text. The comment has the state at its loading; after an edit
   * of the article the list is newer.
   */
  stateOf(commentId: string, anchor: Anchor, revision: number | null): Anchor['state'] {
    const { placeRevision, state } = anchor;
    if (placeRevision === null || revision === null || placeRevision >= revision) return state;
    const passage = this.of(commentId);
    if (passage) return passage.state;
    const all = this.items.every(({ count }) => count <= MOST_SHOWN);
    return all && this.orphaned > 0 ? 'orphaned' : state;
  }
}

/** The comments on one passage, shown without the rest of the thread. */
export class PassageSelection implements Selection {
  constructor(
    /** The words of the passage. */
    readonly text: string,
    readonly count: number,
    public ids: readonly string[],
  ) {}

  /** The place in the log is read first, so that changes during the read arrive as events. */
  async load(post: string): Promise<Thread> {
    const params = { path: { post }, query: { limit: 1, depth: 0 } };
    const page = unwrap(await service.api.GET('/api/v1/posts/{post}/comments', { params }));
    const items = await readComments(this.ids);
    return threadOf({ ...page, items, pinned: [], nextCursor: ELSEWHERE }, 'oldest');
  }
}

/** Those of some comments that are public now, oldest first. */
export async function readComments(ids: readonly string[]): Promise<Comment[]> {
  const found = await Promise.all(ids.map(findComment));
  return found
    .flatMap((comment) => (comment?.status === 'published' ? [comment] : []))
    .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    .map((comment) => ({
      ...comment,
      moreReplies: comment.replyCount > 0 ? { count: comment.replyCount, cursor: null } : null,
    }));
}
