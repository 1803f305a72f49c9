import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '../events/event.js';
import { PostsRepository } from '../posts/posts.repository.js';
import type { CommentView } from './comments.dto.js';
import { ThreadRepository } from './thread.repository.js';

/** What was read longer ago may have been hidden since, and who hid it been told so. */
const FRESH_MS = 500;

/** An event as every reader gets it, over the socket and over HTTP. */
export interface ClientEvent {
  seq: number;
  type: string;
  at: string;
  data: object;
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

  async describe(postId: string, events: readonly LoggedEvent[]): Promise<ClientEvent[]> {
    const ids = [...new Set(events.flatMap((event) => event.commentId ?? []))];
    const comments = ids.length > 0 ? await this.readNow(ids) : [];
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    const aboutPost = events.some((event) => event.type.startsWith('post.'));
    const post = aboutPost ? await this.posts.find(postId) : null;
    return events.map((event) => ({
      seq: event.seq,
      type: event.type,
      at: event.at,
      data: event.commentId
        ? { comment: seen(event, byId.get(event.commentId)) }
        : post && event.type.startsWith('post.')
          ? { post }
          : {},
    }));
  }

  /** A connection that stood still answers with what was true then; one that is merely slow is not asked again. */
  private async readNow(ids: readonly string[]): Promise<CommentView[]> {
    const askedAt = performance.now();
    const comments = await this.thread.listPublic(ids);
    return performance.now() - askedAt > FRESH_MS ? this.thread.listPublic(ids) : comments;
  }
}

function seen(event: LoggedEvent, comment: CommentView | undefined): object {
  if (comment?.status === 'published') return comment;
  const hidden = { body: null, html: null, author: null };
  if (!comment)
    return { id: event.commentId, ...event.facts, status: 'deleted', ...hidden, removal: null };
  const { id, parentId, depth, status, version, removal } = comment;
  return { id, parentId, depth, status, version, ...hidden, removal };
}
