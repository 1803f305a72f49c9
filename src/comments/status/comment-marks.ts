import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CommentMarksRepository } from './comment-marks.repository.js';
import { MAX_PINNED } from '../shape/max-pinned.js';
import type { CommentEntity } from '../shape/comment.entity.js';

export const MARK_ACTIONS = ['pin', 'unpin', 'feature', 'unfeature', 'lock', 'unlock'] as const;
export type MarkAction = (typeof MARK_ACTIONS)[number];

/**
 * What moderators put on a comment without touching its status. The caller holds the lock of the
 * thread and has read the comment under it.
 */
@Injectable()
export class CommentMarks {
  constructor(
    private readonly marks: CommentMarksRepository,
    private readonly log: EventLogRepository,
  ) {}

  /** @returns why the action has nothing to act on; null when it fits */
  async findMisfit(tx: Tx, comment: CommentEntity, action: MarkAction): Promise<string | null> {
    const { pinned, featured, locked, listed, parentId, status, postId } = comment;
    switch (action) {
      case 'pin':
        if (status !== 'published' || parentId !== null || pinned)
          return 'Pin a published comment at the top level that is not pinned yet.';
        return (await this.marks.countPinned(tx, postId)) < MAX_PINNED
          ? null
          : `A discussion has at most ${MAX_PINNED} pinned comments; unpin another one first.`;
      case 'unpin':
        return pinned ? null : 'Only a pinned comment can be unpinned.';
      case 'feature':
        return status === 'published' && !featured
          ? null
          : 'Feature a published comment that is not featured yet.';
      case 'unfeature':
        return featured ? null : 'Only a featured comment can be unfeatured.';
      case 'lock':
        return listed && !locked ? null : 'Lock a comment that readers see and that is not locked.';
      case 'unlock':
        return locked ? null : 'Unlock the comment that was locked, not one below it.';
    }
  }

  async apply(act: Act, comment: CommentEntity, action: MarkAction): Promise<void> {
    const version = await this.write(act, comment, action);
    // A comment that readers cannot see makes no event.
    if (!comment.listed) return;
    const { id, parentId, depth } = comment;
    await this.log.append(act, comment.postId, [
      { type: 'comment.updated', commentId: id, facts: { parentId, depth, version } },
    ]);
  }

  private write(act: Act, comment: CommentEntity, action: MarkAction): Promise<number> {
    if (action === 'lock' || action === 'unlock') {
      return this.marks.setLocked(act, comment.id, comment.postId, action === 'lock');
    }
    const on = action === 'pin' || action === 'feature';
    const mark = action.endsWith('pin') ? 'pinned' : 'featured';
    return this.marks.setMarks(act, comment.id, { ...comment, [mark]: on });
  }
}
