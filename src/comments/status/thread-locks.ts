import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { SerializationFailure } from '../../database/postgres-errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';

/** The lock of the thread of a comment, for acts that know only the comment. */
@Injectable()
export class ThreadLocks {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly log: EventLogRepository,
  ) {}

  /**
   * Locks the post of a comment. While an act waits for the lock, the post may be deleted, or its
   * comments may be moved to another one. The act does not then wait for that post, because heads
   * must be locked in the order of ids.
   * @param others posts that the act locks, too
   * @returns the post that the comment is in for the rest of the act
   * @throws CommentNotFound also when its post was deleted
   * @throws SerializationFailure when the comment was moved meanwhile, so that the act is retried
   */
  async lock(act: Act, commentId: string, others: readonly string[] = []): Promise<string> {
    const postId = await this.comments.getPostId(commentId, act);
    await this.log.lockAll(act, [postId, ...others]);
    if ((await this.comments.getPostId(commentId, act)) !== postId)
      throw new SerializationFailure();
    return postId;
  }
}
