import { ProblemError, type Thread, threadOf, unwrap } from '@colloquy/client';
import { service } from '../../parts/service.js';

/** A cursor that says there is more, so that new top-level comments are counted and not shown. */
const ELSEWHERE = 'elsewhere';

export interface Branch {
  readonly thread: Thread;
  /** Comments between the root and the first one shown. */
  readonly omitted: number;
}

/** The branch of one comment, as a thread of its own; null when it is not there for this reader. */
export function loadBranch(id: string): Promise<Branch | null> {
  return unlessGone(async () => {
    const params = { path: { id } };
    const [context, comment] = await Promise.all([
      service.api.GET('/api/v1/comments/{id}/context', { params }).then(unwrap),
      service.api.GET('/api/v1/comments/{id}', { params }).then(unwrap),
    ]);
    const { items, seq, epoch, omitted } = context;
    const post = { id: comment.postId, commentCount: items.length };
    const page = { post, items, pinned: [], seq, epoch, nextCursor: ELSEWHERE };
    return { thread: threadOf(page, 'oldest'), omitted };
  });
}

/** The present id of a comment that was imported; null when it was not, or cannot be seen. */
export function findImported(post: string, foreignId: string): Promise<string | null> {
  return unlessGone(async () => {
    const params = { path: { post }, query: { id: foreignId } };
    const path = '/api/v1/posts/{post}/comments/by-foreign-id';
    return unwrap(await service.api.GET(path, { params })).id;
  });
}

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}
