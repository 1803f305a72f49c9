import { arranged, insertionPoint, type Sort } from './thread-order.js';
import type { Comment, HiddenComment, Place, Post, ThreadPage } from './wire.js';

/** A page of a thread as it changes. It is immutable: every change creates a new one. */
export interface Thread extends Place {
  readonly postId: string;
  /** The number of published comments in the whole thread. */
  readonly commentCount: number;
  readonly sort: Sort;
  /** Flat, in reading order: each comment is followed by its replies, oldest first. */
  readonly items: readonly Comment[];
  /** The pinned comments, shown at the top; `items` contains them in their branches as well. */
  readonly pinned: readonly Comment[];
  readonly nextCursor: string | null;
  /** Ids of the comments that arrived since the page was loaded. */
  readonly arrived: readonly string[];
  /** Ids of the comments that are known to be hidden, and are not counted. */
  readonly gone: readonly string[];
  /** Tombstones without replies; they return when one of their replies is restored. */
  readonly aside: readonly Comment[];
  /** Comments whose quotes have changed, and the event: read them again, for `withReadAgain`. */
  readonly outdated: readonly { readonly id: string; readonly seq: number }[];
  /** The post, after an event contained it. */
  readonly post: Post | null;
  /** The whole thread was replaced and must be loaded again. */
  readonly stale: boolean;
}

/** The state of a page that was just loaded. */
export function threadOf(page: ThreadPage, sort: Sort): Thread {
  const { post, seq, epoch, pinned, nextCursor } = page;
  const items = arranged(page.items);
  const { id: postId, commentCount } = post;
  const gone = hiddenAmong(items);
  const fresh = { arrived: [], gone, aside: [], outdated: [], post: null, stale: false };
  return { postId, commentCount, seq, epoch, sort, items, pinned, nextCursor, ...fresh };
}

export function hiddenAmong(items: readonly Comment[]): string[] {
  return items.filter(({ status }) => status !== 'published').map(({ id }) => id);
}

/** The index for a comment; its parent, if any, is among the items. */
export function placeOf(comment: Comment, items: readonly Comment[], { sort }: Thread): number {
  if (comment.parentId === null) return insertionPoint(items, comment, sort);
  const parent = items.findIndex(({ id }) => id === comment.parentId);
  return parent < 0 ? items.length : insertionPoint(items, comment, sort, parent);
}

export function changedAt(
  items: readonly Comment[],
  index: number,
  change: (item: Comment) => Comment,
): readonly Comment[] {
  return items.with(index, change(items[index]!));
}

/** The pinned comments, in the order of pages, after a change of one comment. */
export function pinnedWith(
  pinned: readonly Comment[],
  comment: Comment | HiddenComment,
): readonly Comment[] {
  const former = pinned.find(({ id }) => id === comment.id);
  if (former && former.version > comment.version) return pinned;
  const isPinned = isReadable(comment) && comment.pinned;
  if (!former && !isPinned) return pinned;
  const rest = pinned.filter(({ id }) => id !== comment.id);
  return isPinned ? [...rest, comment].sort((a, b) => (a.id < b.id ? -1 : 1)) : rest;
}

/** Whether readers see the text of a comment; then all its fields are present. */
export function isReadable(comment: Comment | HiddenComment): comment is Comment {
  return comment.status === 'published' && 'createdAt' in comment;
}
