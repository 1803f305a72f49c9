import { type Comment, placeOf, subtreeEnd, type Thread } from '@colloquy/client';
import { handlesOf } from '@colloquy/passages/handles';
import { ELSEWHERE } from '../data/thread-pages.js';

/** A row of the list: a comment, or a button for replies that are not loaded. */
export type Row = CommentRow | MoreRow;

export interface CommentRow {
  readonly is: 'comment';
  readonly id: string;
  readonly comment: Comment;
  /** The depth below the first shown level. */
  readonly level: number;
  /** The author of the parent; null at the top, and if the author is unknown. */
  readonly answers: Comment['author'];
  /** The number of comments that a closed branch hides; null while it is open. */
  readonly folded: number | null;
  /** The number of held-back new replies. */
  readonly waiting: number;
}

export interface MoreRow {
  readonly is: 'more';
  readonly id: string;
  readonly parentId: string;
  readonly level: number;
  readonly count: number;
}

export interface Shown {
  readonly rows: readonly Row[];
  /** Held comments whose place is not loaded. */
  readonly elsewhere: readonly Comment[];
}

/**
 * The thread as moderators see it. A held comment may be in it already, without its text. A removed
 * one stays in its place while that is shown.
 */
function withHeld(
  thread: Thread,
  held: readonly Comment[],
): {
  thread: Thread;
  elsewhere: readonly Comment[];
} {
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
    else if (comment.status === 'held') elsewhere.push(comment);
    else if (comment.parentId === null && thread.nextCursor !== ELSEWHERE)
      items.splice(placeOf(comment, items, thread), 0, comment);
  }
  return { thread: { ...thread, items }, elsewhere };
}

/**
 * The rows of a thread in reading order.
 * @param closed branches that the reader has closed, by the id of their first comment
 * @param waiting new comments that arrived while the reader reads
 * @param hidden comments that are omitted with their branches: held back, or about to be deleted
 */
function rowsOf(
  thread: Thread,
  closed: ReadonlySet<string>,
  waiting: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): readonly Row[] {
  const { items } = thread;
  const authors = new Map<string | null, Comment['author']>();
  const heldBelow = new Map<string | null, number>();
  if (waiting.size > 0)
    for (const { id, parentId } of items)
      if (waiting.has(id)) heldBelow.set(parentId, (heldBelow.get(parentId) ?? 0) + 1);
  const rows: Row[] = [];
  // The branches that are open above the current row, each with the button at its end.
  const ends: { depth: number; more: MoreRow | null }[] = [];
  const close = (depth: number) => {
    while (ends.length > 0 && ends.at(-1)!.depth >= depth) {
      const { more } = ends.pop()!;
      if (more) rows.push(more);
    }
  };

  for (let index = 0; index < items.length;) {
    const comment = items[index]!;
    const { id, depth, parentId, moreReplies } = comment;
    close(depth);
    if (hidden.has(id)) {
      index = subtreeEnd(items, index);
      continue;
    }
    authors.set(id, comment.author);
    const end = closed.has(id) ? subtreeEnd(items, index) : index;
    const folded = closed.has(id) ? end - index - 1 + (moreReplies?.count ?? 0) : null;
    const answers = authors.get(parentId) ?? null;
    const held = heldBelow.get(id) ?? 0;
    rows.push({ is: 'comment', id, comment, level: depth, answers, folded, waiting: held });
    if (folded !== null) {
      index = end;
      continue;
    }
    const more: MoreRow | null = moreReplies && {
      is: 'more',
      id: `more-${id}`,
      parentId: id,
      level: depth + 1,
      count: moreReplies.count,
    };
    ends.push({ depth, more });
    index += 1;
  }
  close(0);
  return rows;
}

/** The authors of the comments, and of their quotes. */
function authorsOf(comments: readonly Comment[]): Comment['author'][] {
  return comments.flatMap(({ author, quotes }) => [author, ...quotes.map((quote) => quote.author)]);
}

/** Caches the rows until an input changes: scrolling changes only the window. */
export class KeptRows {
  handleOf = handlesOf([]);
  private given: readonly unknown[] = [];
  private shown: Shown = { rows: [], elsewhere: [] };

  /** @param held held comments, if the reader is a moderator */
  of(
    thread: Thread,
    held: readonly Comment[],
    closed: ReadonlySet<string>,
    waiting: ReadonlySet<string>,
    hidden: ReadonlySet<string>,
  ): Shown {
    const given = [thread, held, closed, waiting, hidden];
    if (given.every((it, nth) => it === this.given[nth])) return this.shown;
    this.given = given;
    const placed = withHeld(thread, held);
    this.handleOf = handlesOf(authorsOf([...thread.items, ...thread.pinned, ...held]));
    const rows = rowsOf(placed.thread, closed, waiting, hidden);
    this.shown = { rows, elsewhere: placed.elsewhere };
    return this.shown;
  }
}
