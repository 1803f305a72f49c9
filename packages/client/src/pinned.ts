import type { Comment, HiddenComment } from './wire.js';

/** The pinned comments, in the order of pages, after a change of one comment. */
export function pinnedWith(
  pinned: readonly Comment[],
  comment: Comment | HiddenComment,
): readonly Comment[] {
  const former = pinned.find(({ id }) => id === comment.id);
  if (former && former.version > comment.version) return pinned;
  const isPinned = isWhole(comment) && comment.pinned;
  if (!former && !isPinned) return pinned;
  const rest = pinned.filter(({ id }) => id !== comment.id);
  return isPinned ? [...rest, comment].sort((a, b) => (a.id < b.id ? -1 : 1)) : rest;
}

function isWhole(comment: Comment | HiddenComment): comment is Comment {
  return comment.status === 'published' && 'pinned' in comment;
}
