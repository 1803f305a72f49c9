import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CommentMarksRepository } from './comment-marks.repository.js';
import { type CommentEntity, MAX_PINNED } from '../shape/comment.entity.js';
import { CommentsRepository } from '../shape/comments.repository.js';

export const MARK_ACTIONS = ['pin', 'unpin', 'feature', 'unfeature', 'lock', 'unlock'] as const;
export type MarkAction = (typeof MARK_ACTIONS)[number];

/**
 * The marks that moderators can set on a comment independently of its status. The caller holds the
 * lock of the thread and has read the comment under it.
 */
@Injectable()
export class CommentMarks {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly marks: CommentMarksRepository,
    private readonly log: EventLogRepository,
  ) {}

  /** @returns why the action cannot be applied; null if it can */
  async findMisfit(tx: Tx, comment: CommentEntity, action: MarkAction): Promise<string | null> {
    const { pinned, featured, locked, listed, parentId, status, postId } = comment;
    switch (action) {
      case 'pin':
        if (status !== 'published' || parentId !== null || pinned)
          return 'Only a published top-level comment that is not pinned can be pinned.';
        return (await this.marks.mayPin(tx, postId))
          ? null
          : `A discussion has at most ${MAX_PINNED} pinned comments; unpin another one first.`;
      case 'unpin':
        return pinned ? null : 'Only a pinned comment can be unpinned.';
      case 'feature':
        return status === 'published' && !featured
          ? null
          : 'Only a published comment that is not featured can be featured.';
      case 'unfeature':
        return featured ? null : 'Only a featured comment can be unfeatured.';
      case 'lock':
        return listed && !locked
          ? null
          : 'Only a visible comment that is not locked can be locked.';
      case 'unlock':
        return locked ? null : 'Only a locked comment can be unlocked, not one below it.';
    }
  }

  async apply(act: Act, comment: CommentEntity, action: MarkAction): Promise<void> {
    const { id, postId, parentId, depth } = comment;
    const version = comment.version + 1;
    if (action === 'lock' || action === 'unlock') {
      await this.marks.setLocked(act, id, postId, action === 'lock');
    } else {
      const mark = action.endsWith('pin') ? 'pinned' : 'featured';
      const on = action === 'pin' || action === 'feature';
      await this.comments.update(act, id, { [mark]: on, version });
    }
    // A comment that readers cannot see causes no event.
    if (!comment.listed) return;
    await this.log.append(act, postId, [
      { type: 'comment.updated', commentId: id, facts: { parentId, depth, version } },
    ]);
  }
}
