import { replaced } from './applied-events.js';
import { pinnedWith } from './pinned.js';
import type { Thread } from './thread-store.js';
import type { Comment } from './wire.js';

/**
 * The thread with comments as they are now, which were read because they were `outdated`. What has
 * changed once more since it was asked for stays outdated: its answer may be older than the change.
 * @param asked the `outdated` that was asked for; what was not found is asked for no more
 */
export function withReadAgain(
  thread: Thread,
  asked: Thread['outdated'],
  comments: readonly Comment[],
): Thread {
  const askedAt = new Map(asked.map(({ id, seq }) => [id, seq]));
  const answered = thread.outdated.filter(({ id, seq }) => askedAt.get(id) === seq);
  const outdated = thread.outdated.filter((each) => !answered.includes(each));
  const fresh = comments.filter((comment) => answered.some(({ id }) => id === comment.id));
  const items = fresh.reduce(replaced, thread.items);
  const pinned = fresh.reduce(pinnedWith, thread.pinned);
  return { ...thread, items, pinned, outdated };
}
