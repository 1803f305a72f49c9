import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '../../events/event.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import type { EventView } from './client-events.dto.js';
import { dataOf } from './event-data.js';
import { type PublicComment, ThreadRepository } from './thread.repository.js';

/** What was read longer ago may have been hidden since, and who hid it been told so. */
const FRESH_MS = 500;

/** What the comments of one answer or frame take together; what does not fit comes with the next. */
const MAX_BYTES = 256 * 1_024;
/** About what an event takes beside what it carries. */
const BYTES_OF_EVENT = 150;

/** The first of some events, as many as fit into one answer or frame, and about what they take. */
export interface Described {
  events: EventView[];
  bytes: number;
}

/**
 * Joins what events are about, as it is now: an old event of a comment that is hidden today carries
 * no text, and one whose comment is gone only what the log kept of it.
 */
@Injectable()
export class ClientEvents {
  constructor(
    private readonly thread: ThreadRepository,
    private readonly posts: PostsRepository,
  ) {}

  /** At least one of them, unless there is none. */
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

  /** A connection that stood still answers with what was true then; one that is merely slow is not asked again. */
  private async readNow(ids: readonly string[]): Promise<PublicComment[]> {
    const askedAt = performance.now();
    const comments = await this.thread.listPublic(ids, MAX_BYTES);
    const isFresh = performance.now() - askedAt <= FRESH_MS;
    return isFresh ? comments : this.thread.listPublic(ids, MAX_BYTES);
  }
}
