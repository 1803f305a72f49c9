import { tombstone } from './applied-events.js';
import { arranged } from './thread-order.js';
import { changedAt, hiddenAmong, placeOf, type Thread } from './thread-store.js';
import type { Comment } from './wire.js';

/** The thread with its next page; changes from events meanwhile are newer, and are kept. */
export function withPage(thread: Thread, { items, nextCursor }: ListOfComments): Thread {
  const gone = [...thread.gone, ...hiddenAmong(items)];
  return { ...thread, gone, items: merged(thread, items), nextCursor };
}

/** The thread with further replies to one of its comments. */
export function withReplies(thread: Thread, parentId: string, page: ListOfComments): Thread {
  const gone = [...thread.gone, ...hiddenAmong(page.items)];
  const items = merged(thread, page.items);
  const parent = items.findIndex(({ id }) => id === parentId);
  if (parent < 0) return { ...thread, gone, items };
  const shownReplies = items.filter((item) => item.parentId === parentId).length;
  const count = Math.max(1, items[parent]!.replyCount - shownReplies);
  const cursor = page.nextCursor;
  const moreReplies = cursor === null ? null : { count, cursor };
  const change = (item: Comment) => ({ ...item, moreReplies });
  return { ...thread, gone, items: changedAt(items, parent, change) };
}

interface ListOfComments {
  items: readonly Comment[];
  nextCursor: string | null;
}

/**
 * Inserts a page after the former one; replies go to their places. A thread may have many thousands
 * of comments, so a branch that comes with its root is appended as a whole.
 */
function merged(thread: Thread, more: readonly Comment[]): readonly Comment[] {
  const items = [...thread.items];
  const places = new Map(items.map(({ id }, index) => [id, index]));
  const branches: Comment[] = [];
  const rooted = new Set<string>();
  const rest: Comment[] = [];
  for (const comment of asTold(thread, more)) {
    const index = places.get(comment.id);
    if (index !== undefined) {
      if (comment.version > items[index]!.version) items[index] = comment;
    } else if (comment.parentId === null || rooted.has(comment.parentId)) {
      rooted.add(comment.id);
      branches.push(comment);
    } else rest.push(comment);
  }
  for (const comment of rest) items.splice(placeOf(comment, items, thread), 0, comment);
  return items.concat(arranged(branches));
}

/** A page may be older than the events: comments that they have hidden show no text. */
function asTold({ gone }: Thread, comments: readonly Comment[]): readonly Comment[] {
  const hidden = new Set(gone);
  return comments.flatMap((comment) => {
    if (comment.status !== 'published' || !hidden.has(comment.id)) return [comment];
    const { version, replyCount } = comment;
    return replyCount > 0
      ? [tombstone(comment, { status: 'removed', version, removal: null })]
      : [];
  });
}
