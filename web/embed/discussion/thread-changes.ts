import { type Comment, pinnedWith, placeOf, type Thread, unwrap } from '@colloquy/client';
import type { VoteValue } from '../data/reader.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import type { ThreadContext } from './thread-context.js';

/** The pending votes of a reader on one comment, sent in sequence. */
interface Line {
  /** The last vote that the service has accepted. */
  taken: VoteValue;
  last: Promise<unknown>;
}

const lines = new Map<string, Line>();

/** Shows a vote at once, and reverts it if the service refuses. */
export async function vote(
  { reader, discussion }: ThreadContext,
  { id }: Comment,
  value: VoteValue,
): Promise<void> {
  const replace = (change: (thread: Thread) => Thread) => discussion.replaceThread(change);
  const former = reader.votes.get(id) ?? 0;
  const voter = session.user?.id;
  const key = `${voter} ${id}`;
  const line = lines.get(key) ?? { taken: former, last: Promise.resolve() };
  const params = { path: { id } };
  const send = () => service.api.PUT('/api/v1/comments/{id}/vote', { params, body: { value } });
  // The service gets them in the reader's order, and the last one counts.
  const sent = line.last.then(send, send);
  line.last = sent;
  lines.set(key, line);
  reader.vote(id, value, sent);
  replace((thread) => changed(thread, id, (item) => counted(item, former, value)));
  try {
    const answer = await sent;
    const { score, upvotes, downvotes } = unwrap(answer);
    line.taken = value;
    if (line.last === sent)
      replace((thread) => changed(thread, id, (item) => ({ ...item, score, upvotes, downvotes })));
  } catch (error) {
    const { taken } = line;
    if (line.last === sent) {
      // Another account with its own votes may be signed in by now.
      if (voter === session.user?.id || !session.user) reader.vote(id, taken);
      replace((thread) => changed(thread, id, (item) => counted(item, value, taken)));
    }
    throw error;
  } finally {
    if (line.last === sent) lines.delete(key);
  }
}

function changed(thread: Thread, id: string, change: (comment: Comment) => Comment): Thread {
  const index = thread.items.findIndex((item) => item.id === id);
  if (index < 0) return thread;
  return { ...thread, items: thread.items.with(index, change(thread.items[index]!)) };
}

/** Inserts the reader's own comment before the socket reports it. */
export function withOwn(thread: Thread, comment: Comment): Thread {
  if (thread.items.some(({ id }) => id === comment.id)) return thread;
  const parent = thread.items.findIndex(({ id }) => id === comment.parentId);
  if (parent < 0 && comment.parentId !== null) return thread;
  const items = [...thread.items];
  items.splice(placeOf(comment, items, thread), 0, comment);
  if (parent >= 0) items[parent] = { ...items[parent]!, replyCount: items[parent]!.replyCount + 1 };
  return { ...thread, items };
}

/** Applies a comment from the response to a write, unless the thread has a newer version. */
export function withAnswer(thread: Thread, answer: Comment): Thread {
  const pinned = pinnedWith(thread.pinned, answer);
  return changed({ ...thread, pinned }, answer.id, (item) => {
    if (answer.version < item.version) return item;
    const { replyCount, moreReplies } = item;
    return { ...answer, replyCount, moreReplies };
  });
}

function counted(item: Comment, from: VoteValue, to: VoteValue): Comment {
  if (item.upvotes === null || item.downvotes === null) return item;
  const upvotes = item.upvotes + Number(to === 1) - Number(from === 1);
  const downvotes = item.downvotes + Number(to === -1) - Number(from === -1);
  return { ...item, upvotes, downvotes, score: upvotes - downvotes };
}
