import { type Thread, threadOf } from '@colloquy/client';
import { found, service } from '../../parts/service.js';
import { findComment } from '../data/comments.js';

/** A cursor that says there is more, so that new top-level comments are counted and not shown. */
export const ELSEWHERE = 'elsewhere';

export interface Branch {
  readonly thread: Thread;
  /** Comments between the root and the first one shown. */
  readonly omitted: number;
}

/** The branch of one comment, as a thread of its own; null when it is not there for this reader. */
export async function loadBranch(id: string): Promise<Branch | null> {
  const [context, comment] = await Promise.all([
    found(service.api.GET('/api/v1/comments/{id}/context', { params: { path: { id } } })),
    findComment(id),
  ]);
  if (!context || !comment) return null;
  const { items, seq, epoch, omitted } = context;
  const post = { id: comment.postId, commentCount: items.length };
  const page = { post, items, pinned: [], seq, epoch, nextCursor: ELSEWHERE };
  return { thread: threadOf(page, 'oldest'), omitted };
}

/** The present id of a comment that was imported; null when it was not, or cannot be seen. */
export async function findImported(post: string, foreignId: string): Promise<string | null> {
  const params = { path: { post }, query: { id: foreignId } };
  const path = '/api/v1/posts/{post}/comments/by-foreign-id';
  return (await found(service.api.GET(path, { params })))?.id ?? null;
}
