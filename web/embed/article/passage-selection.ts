import { type Comment, type Thread, threadOf, unwrap } from '@colloquy/client';
import { service } from '../../parts/service.js';
import { findComment } from '../data/comments.js';
import { ELSEWHERE } from '../discussion/branch.js';
import type { Selection } from '../discussion/discussion.js';

/** The comments on one passage, shown apart from the rest of the thread. */
export class PassageSelection implements Selection {
  constructor(
    /** The words of the passage. */
    readonly text: string,
    readonly count: number,
    public ids: readonly string[],
  ) {}

  /** The place in the log comes first: what happens while the comments are read follows as events. */
  async load(post: string): Promise<Thread> {
    const params = { path: { post }, query: { limit: 1, depth: 0 } };
    const page = unwrap(await service.api.GET('/api/v1/posts/{post}/comments', { params }));
    const items = await readComments(this.ids);
    return threadOf({ ...page, items, pinned: [], nextCursor: ELSEWHERE }, 'oldest');
  }
}

/** Those of some comments that are public now, the oldest first. */
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
