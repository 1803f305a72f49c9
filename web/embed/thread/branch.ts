import { type Thread, threadOf, unwrap } from '@colloquy/client';
import { service } from '../data/service.js';

/** What follows is on pages that are not loaded: new comments at the top are counted, not shown. */
const ELSEWHERE = 'elsewhere';

/** The branch of one comment, as a thread of its own: what is above it, and its first replies. */
export async function loadBranch(id: string): Promise<{ thread: Thread; omitted: number }> {
  const params = { path: { id } };
  const [context, comment] = await Promise.all([
    service.api.GET('/api/v1/comments/{id}/context', { params }).then(unwrap),
    service.api.GET('/api/v1/comments/{id}', { params }).then(unwrap),
  ]);
  const { items, seq, epoch, omitted } = context;
  const post = { id: comment.postId, commentCount: items.length };
  const thread = threadOf({ post, items, pinned: [], seq, epoch, nextCursor: ELSEWHERE }, 'oldest');
  return { thread, omitted };
}
