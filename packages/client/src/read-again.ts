import { replaced } from './applied-events.js';
import { pinnedWith } from './pinned.js';
import type { Thread } from './thread-store.js';
import type { Comment } from './wire.js';

/**
 * The thread with comments as they are now, which were read because they were `outdated`.
 * @param asked the ids that were asked for; those that were not found are asked for no more
 */
export function withReadAgain(
  thread: Thread,
  asked: readonly string[],
  comments: readonly Comment[],
): Thread {
  const items = comments.reduce(replaced, thread.items);
  const pinned = comments.reduce(pinnedWith, thread.pinned);
  const outdated = thread.outdated.filter((id) => !asked.includes(id));
  return { ...thread, items, pinned, outdated };
}
