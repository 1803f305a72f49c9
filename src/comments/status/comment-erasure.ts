import { Injectable } from '@nestjs/common';
import { NIL } from '../../database/ids.js';
import { Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import { CommentErasureRepository, type OwnComment } from './comment-erasure.repository.js';
import { CommentTransitions } from './comment-transitions.js';

const A_PIECE = 50;
const BEGINNING: OwnComment = { id: NIL, postId: NIL };

/**
 * Deletes the comments of an erased author in the same way as the author would: a comment with
 * replies leaves a tombstone. Comments that only moderators can read are always deleted. A
 * repetition continues with the rest.
 */
@Injectable()
export class CommentErasure {
  constructor(
    private readonly repository: CommentErasureRepository,
    private readonly comments: CommentsRepository,
    private readonly transitions: CommentTransitions,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
  ) {}

  /** @param published whether published comments are deleted, too */
  async erase(authorId: string, published: boolean, stop?: AbortSignal): Promise<void> {
    let after = BEGINNING;
    for (;;) {
      const piece = await this.repository.list(authorId, published, after, A_PIECE);
      for (const postId of new Set(piece.map((one) => one.postId))) {
        stop?.throwIfAborted();
        const ids = piece.filter((one) => one.postId === postId).map(({ id }) => id);
        await this.erasePiece(authorId, published, { postId, ids });
      }
      if (piece.length < A_PIECE) break;
      after = piece.at(-1)!;
    }
    // A merge may have moved some comments to a post that was already processed.
    const left = await this.repository.list(authorId, published, BEGINNING, 1);
    if (left.length > 0) await this.erase(authorId, published, stop);
  }

  private erasePiece(
    authorId: string,
    published: boolean,
    { postId, ids }: { postId: string; ids: readonly string[] },
  ): Promise<void> {
    return this.acts.run(async (act) => {
      await this.log.lock(act, postId);
      for (const id of ids) {
        const comment = await this.comments.find(act, id);
        const isDue =
          comment?.postId === postId &&
          comment.authorId === authorId &&
          comment.status !== 'deleted' &&
          (published || comment.status !== 'published');
        if (isDue) await this.transitions.apply(act, comment, { to: 'deleted' });
      }
    });
  }
}
