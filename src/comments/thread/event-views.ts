import { Injectable } from '@nestjs/common';
import { EventLog, type LogPlace, type LogSlice } from '../../events/event-log.js';
import type { CommentFacts, EchoFacts, LoggedEvent } from '../../events/event-kinds.js';
import { type Gone, FairQueue } from '../../input/fair-queue.js';
import type { PostView } from '../../posts/shape/posts.dto.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import type { CommentView } from '../shape/comments.dto.js';
import type { EventDataView, EventView, HiddenCommentView } from './event-views.dto.js';
import { type PublicComment, ThreadRepository } from './thread.repository.js';

/**
 * The age up to which a comment may be reused. An older read may show a comment that was hidden
 * since, although the moderator was told that readers no longer get it.
 */
const FRESH_MS = 500;

/** The limit of the comments in one response or frame; the others are in the next one. */
const MAX_BYTES = 256 * 1_024;
/** The approximate size of an event without its comment. */
const BYTES_OF_EVENT = 150;

/**
 * The most pieces of logs that are read at once, because each takes several times its size in
 * memory.
 */
const MAX_RUNNING = 4;
const MAX_WAITING = 1_000;

/** The first events that fit into one response or frame, and their approximate size. */
interface Described {
  events: EventView[];
  bytes: number;
}

/** A piece of a post's log in its public form. */
export type LogPiece = Described & Omit<LogSlice, 'events'>;

/**
 * Events in the form for clients, with the current state of their comments. So an old event of a
 * comment that is hidden today contains no text. If the comment was deleted, the event has only the
 * facts of the log.
 */
@Injectable()
export class EventViews {
  private readonly turns = new FairQueue({
    running: MAX_RUNNING,
    waiting: MAX_WAITING,
    full: () => new TemporarilyUnavailable(),
  });

  constructor(
    private readonly log: EventLog,
    private readonly thread: ThreadRepository,
    private readonly posts: PostsRepository,
  ) {}

  /**
   * For readers who are behind. There may be many, so only a few are served at a time.
   * @returns null when the post does not exist
   */
  read(postId: string, place: LogPlace, limit: number, gone?: Gone): Promise<LogPiece | null> {
    return this.turns.run(async () => {
      const slice = await this.log.read(postId, place, limit);
      return slice && { ...slice, ...(await this.describe(postId, slice.events)) };
    }, gone);
  }

  /** Describes at least one event, unless there is none. */
  async describe(postId: string, logged: readonly LoggedEvent[]): Promise<Described> {
    const ids = [...new Set(logged.flatMap((event) => event.commentId ?? []))];
    const comments = ids.length > 0 ? await this.readNow(ids) : [];
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    const aboutPost = logged.some((event) => event.type.startsWith('post.'));
    const post = aboutPost ? await this.posts.find(postId) : null;
    const told = new Set<string>();
    const described: Described = { events: [], bytes: 0 };
    for (const event of logged) {
      const { seq, type, at, commentId } = event;
      const comment = commentId === null ? undefined : byId.get(commentId);
      if (commentId !== null && !comment) break;
      const carries = comment !== undefined && !told.has(comment.id);
      const data = dataOf(event, comment?.comment ?? null, post, carries);
      const bytes =
        BYTES_OF_EVENT + (comment ? (carries ? comment.bytes : 0) : JSON.stringify(data).length);
      if (described.events.length > 0 && described.bytes + bytes > MAX_BYTES) break;
      if (comment) told.add(comment.id);
      described.events.push({ seq, type, at, data });
      described.bytes += bytes;
    }
    return described;
  }

  /**
   * A slow read, such as over a stalled connection, may return an outdated state, so it is repeated
   * once.
   */
  private async readNow(ids: readonly string[]): Promise<PublicComment[]> {
    const askedAt = performance.now();
    const comments = await this.thread.listPublic(ids, MAX_BYTES);
    const isFresh = performance.now() - askedAt <= FRESH_MS;
    return isFresh ? comments : this.thread.listPublic(ids, MAX_BYTES);
  }
}

/**
 * The data of one event.
 * @param comment the current state; null if it was deleted, or the event is about no comment
 * @param carries whether it is the first event about that comment in this response
 */
function dataOf(
  event: LoggedEvent,
  comment: CommentView | null,
  post: PostView | null,
  carries: boolean,
): EventDataView {
  const { type, commentId, facts } = event;
  if (commentId !== null) {
    if (carries) return { comment: seen(event, comment) };
    const version = comment?.version ?? (facts as CommentFacts).version;
    return { comment: { id: commentId, version } };
  }
  if (type === 'quotes.changed') return { commentIds: (facts as EchoFacts).commentIds };
  return post && type.startsWith('post.') ? { post } : {};
}

/**
 * The events after a position, complete without earlier ones: the first event about each comment
 * contains the comment, even if an earlier event did.
 */
export function eventsAfter(events: readonly EventView[], cursor: number): EventView[] {
  const carried = new Map<string, EventDataView['comment'] & {}>();
  for (const { seq, data } of events) {
    const { comment } = data;
    if (seq <= cursor && comment && !carried.has(comment.id)) carried.set(comment.id, comment);
  }
  return events
    .filter(({ seq }) => seq > cursor)
    .map((event) => {
      const comment = event.data.comment && carried.get(event.data.comment.id);
      if (!comment) return event;
      carried.delete(comment.id);
      return { ...event, data: { comment } };
    });
}

function seen(event: LoggedEvent, comment: CommentView | null): CommentView | HiddenCommentView {
  if (comment?.status === 'published') return comment;
  const hidden = { body: null, html: null, author: null };
  if (comment) {
    const { id, parentId, depth, status, version, removal } = comment;
    return { id, parentId, depth, status, version, ...hidden, removal };
  }
  const { parentId, depth, version } = event.facts as CommentFacts;
  const id = event.commentId!;
  return { id, parentId, depth, status: 'deleted', version, ...hidden, removal: null };
}
