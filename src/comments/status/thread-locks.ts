import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { SerializationFailure } from '../../database/postgres-errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';

/** The lock of the thread that a comment is in, for acts that know the comment alone. */
@Injectable()
export class ThreadLocks {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly log: EventLogRepository,
  ) {}

  /**
   * While an act waits for the lock, the post may be deleted, or its comments may go into another one. The
   * act does not wait for the other post, since heads are locked by id.
   * @param others posts that the act locks, too
   * @returns the post that the comment is in for the rest of the act
   * @throws CommentNotFound also when its post was deleted
   * @throws SerializationFailure when it is in another post by now, so that the act begins again
   */
  async lock(act: Act, commentId: string, others: readonly string[] = []): Promise<string> {
    const postId = await this.comments.getPostId(commentId, act);
    await this.log.lockAll(act, [postId, ...others]);
    if ((await this.comments.getPostId(commentId, act)) !== postId)
      throw new SerializationFailure();
    return postId;
  }
}
