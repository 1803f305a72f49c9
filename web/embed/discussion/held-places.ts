import { type Comment, subtreeEnd, type Thread } from '@colloquy/client';

interface Placed {
  /** With the held comments in their places, below what they answer. */
  readonly thread: Thread;
  /** Held comments at the top, and replies to comments that are not loaded. */
  readonly elsewhere: readonly Comment[];
}

/** A thread as moderators see it. A held comment may still stand there, without its text. */
export function withHeld(thread: Thread, held: readonly Comment[]): Placed {
  if (held.length === 0) return { thread, elsewhere: held };
  const items = [...thread.items];
  const elsewhere: Comment[] = [];
  for (const comment of held) {
    const at = items.findIndex(({ id }) => id === comment.id);
    const above = items.findIndex(({ id }) => id === comment.parentId);
    if (at >= 0) {
      const { replyCount, moreReplies } = items[at]!;
      items[at] = { ...comment, replyCount, moreReplies };
    } else if (above >= 0) items.splice(subtreeEnd(items, above), 0, comment);
    else elsewhere.push(comment);
  }
  return { thread: { ...thread, items }, elsewhere };
}
