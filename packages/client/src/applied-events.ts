import { changedAt, isReadable, pinnedWith, placeOf, type Thread } from './thread-store.js';
import { wholeEvents } from './whole-events.js';
import type { Comment, HiddenComment, SentEvent, ThreadEvent } from './wire.js';

/**
 * The thread after some events. Events that it has already are skipped, by `seq`. A comment is
 * replaced only by one with the same or a higher `version`.
 */
export function applyEvents(thread: Thread, events: readonly SentEvent[]): Thread {
  return wholeEvents(events).reduce(applyEvent, thread);
}

/**
 * The thread with the current state of comments that were read because they were `outdated`. A
 * comment that has changed again since then stays outdated, because its response may be older.
 * @param asked the `outdated` of the request; comments that it did not find are not requested again
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

function applyEvent(thread: Thread, event: ThreadEvent): Thread {
  if (event.seq <= thread.seq) return thread;
  const { comment, post } = event.data;
  const pinned = comment ? pinnedWith(thread.pinned, comment) : thread.pinned;
  const next = { ...thread, pinned, seq: event.seq };
  if (post && event.type.startsWith('post.')) return { ...next, post };
  if (event.type === 'thread.replaced') return { ...next, stale: true };
  if (event.type === 'quotes.changed')
    return { ...next, outdated: outdatedBy(next, event.data.commentIds) };
  if (!comment) return next;
  switch (event.type) {
    case 'comment.created':
      return shown(next, comment, true);
    case 'comment.restored':
      return shown(next, comment, false);
    case 'comment.edited':
      return { ...next, items: replaced(next.items, comment) };
    case 'comment.updated':
      return { ...next, items: lockedBelow(replaced(next.items, comment), comment) };
    case 'comment.removed':
    case 'comment.deleted':
      return withHidden(next, comment);
    default:
      return next;
  }
}

/** A node of the former build names no comments: then all with quotes are outdated. */
function outdatedBy(
  { items, pinned, outdated, seq }: Thread,
  ids: readonly string[] | undefined,
): Thread['outdated'] {
  const isMeant = ({ id, quotes }: Comment) => (ids ? ids.includes(id) : quotes.length > 0);
  const meant = new Set([...items, ...pinned].filter(isMeant).map(({ id }) => id));
  const others = outdated.filter(({ id }) => !meant.has(id));
  return [...others, ...Array.from(meant, (id) => ({ id, seq }))];
}

/** A comment becomes public. Its text may be hidden again; a later event then reports that, too. */
function shown(thread: Thread, comment: Comment | HiddenComment, isNew: boolean): Thread {
  const gone = thread.gone.filter((id) => id !== comment.id);
  const next = { ...thread, gone, commentCount: thread.commentCount + 1 };
  const index = thread.items.findIndex(({ id }) => id === comment.id);
  if (index >= 0) return { ...next, items: replaced(thread.items, comment) };
  // It may be a tombstone by now, whose replies follow.
  if (!isReadable(comment)) return { ...next, aside: [...next.aside, buried(comment)] };
  // Replies to a new comment are counted by their own events.
  const entry = isNew ? { ...comment, replyCount: 0, moreReplies: null } : comment;
  const inserted = withComment(next, entry);
  const isThere = isNew && inserted.items.some(({ id }) => id === entry.id);
  return isThere ? { ...inserted, arrived: [...thread.arrived, entry.id] } : inserted;
}

/** The thread with a comment inserted, unless its place is on a page that is not loaded. */
function withComment(former: Thread, entry: Comment): Thread {
  const aside = former.aside.filter(({ id }) => id !== entry.id);
  const above = aside.find(({ id }) => id === entry.parentId);
  const thread = above ? withComment({ ...former, aside }, above) : { ...former, aside };
  const parent = thread.items.findIndex(({ id }) => id === entry.parentId);
  if (entry.parentId !== null && parent < 0) return thread;
  if (parent >= 0 && thread.items[parent]!.moreReplies) {
    return { ...thread, items: changedAt(thread.items, parent, (above) => countMore(above, 1)) };
  }
  const point = placeOf(entry, thread.items, thread);
  if (isBeyondThePage(thread, entry, point)) return thread;
  const items = [...thread.items];
  items.splice(point, 0, entry);
  if (parent >= 0) items[parent] = countReplies(items[parent]!, 1);
  return { ...thread, items };
}

/**
 * A comment stops being public. With replies it stays as a tombstone. If this is applied before its
 * event arrives, the event does not count it again.
 */
export function withHidden(thread: Thread, comment: Comment | HiddenComment): Thread {
  const index = thread.items.findIndex(({ id }) => id === comment.id);
  const former = thread.items[index];
  // A hidden comment may be hidden again for another reason.
  const counted = !thread.gone.includes(comment.id);
  const commentCount = Math.max(0, thread.commentCount - Number(counted));
  const gone = counted ? [...thread.gone, comment.id] : thread.gone;
  const emptied = withoutQuotesOf(thread.items, comment.id);
  const pinned = withoutQuotesOf(pinnedWith(thread.pinned, comment), comment.id);
  const next = { ...thread, items: emptied, pinned, gone, commentCount };
  if (!former) return next;
  // It is public again by now, which a later event reports.
  if (isReadable(comment) || comment.version < former.version) return next;
  const items = changedAt(emptied, index, (item) => tombstone(item, comment));
  const rest = former.replyCount > 0 ? items : withoutLeaf(items, comment.id);
  const there = new Set(rest.map(({ id }) => id));
  const arrived = thread.arrived.filter((id) => there.has(id));
  const left = items.filter(({ id }) => !there.has(id)).map(buried);
  return { ...next, items: rest, arrived, aside: [...thread.aside, ...left] };
}

/** Also removes ancestor tombstones that have no other reply. */
function withoutLeaf(items: readonly Comment[], id: string): readonly Comment[] {
  const leaf = items.find((item) => item.id === id)!;
  const rest = items.filter((item) => item.id !== id);
  const parent = rest.findIndex((item) => item.id === leaf.parentId);
  if (parent < 0) return rest;
  const above = countReplies(rest[parent]!, -1);
  const changed = changedAt(rest, parent, () => above);
  const gone = above.status !== 'published' && above.replyCount === 0;
  return gone ? withoutLeaf(changed, above.id) : changed;
}

function replaced(items: readonly Comment[], comment: Comment | HiddenComment): readonly Comment[] {
  const index = items.findIndex(({ id }) => id === comment.id);
  if (index < 0 || comment.version < items[index]!.version) return items;
  // A comment that is hidden by now has its own event, which will arrive.
  if (!isReadable(comment)) return items;
  return changedAt(items, index, ({ replyCount, moreReplies }) => ({
    ...comment,
    replyCount,
    moreReplies,
  }));
}

/**
 * A lock locks all replies below it, without further events. An inner lock that outlives the outer
 * one appears with the next page; until then a reply there is refused.
 */
function lockedBelow(
  items: readonly Comment[],
  comment: Comment | HiddenComment,
): readonly Comment[] {
  if (!isReadable(comment)) return items;
  const { locked } = comment;
  const branch = new Set([comment.id]);
  // A parent always precedes its replies.
  return items.map((item) => {
    if (item.parentId === null || !branch.has(item.parentId)) return item;
    branch.add(item.id);
    return item.locked === locked ? item : { ...item, locked };
  });
}

/** The fields of a comment that its tombstone keeps. */
type Kept = Pick<
  Comment,
  'id' | 'parentId' | 'depth' | 'createdAt' | 'locked' | 'replyCount' | 'moreReplies'
>;

export function tombstone(
  former: Kept,
  { status, version, removal }: Pick<Comment, 'status' | 'version' | 'removal'>,
): Comment {
  const nothing = { body: null, html: null, author: null, editedAt: null };
  const counts = { score: null, upvotes: null, downvotes: null };
  const marks = { pinned: false, featured: false };
  const context = { revision: null, anchor: null, quotes: [] };
  return { ...former, ...nothing, ...counts, ...marks, ...context, status, version, removal };
}

/** A tombstone without replies. The id of a comment contains its creation time. */
function buried(comment: Comment | HiddenComment): Comment {
  const createdAt = new Date(parseInt(comment.id.replace('-', '').slice(0, 12), 16)).toISOString();
  const bare = { createdAt, locked: false, ...comment, replyCount: 0, moreReplies: null };
  return tombstone(bare, comment);
}

/** Whether the place of a top-level comment may be on a page that is not loaded. */
function isBeyondThePage(thread: Thread, comment: Comment, point: number): boolean {
  return comment.parentId === null && thread.nextCursor !== null && point === thread.items.length;
}

function countReplies(comment: Comment, by: number): Comment {
  return { ...comment, replyCount: Math.max(0, comment.replyCount + by) };
}

function countMore(comment: Comment, by: number): Comment {
  const more = comment.moreReplies!;
  return { ...countReplies(comment, by), moreReplies: { ...more, count: more.count + by } };
}

/** The comments after one that they quote was hidden. */
function withoutQuotesOf(items: readonly Comment[], id: string): readonly Comment[] {
  const emptied = { state: 'removed' as const, text: null, author: null };
  return items.map((item) =>
    item.quotes.some(({ commentId }) => commentId === id)
      ? {
          ...item,
          quotes: item.quotes.map((quote) =>
            quote.commentId === id ? { ...quote, ...emptied } : quote,
          ),
        }
      : item,
  );
}
