import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { EventType } from '../../events/event-kinds.js';
import type { Explanation } from '../../screening/screening-rules.js';
import type { CommentEntity, CommentStatus } from '../shape/comment.entity.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import { CommentMarksRepository } from './comment-marks.repository.js';
import { QuotesService } from './quotes.service.js';

/** The new status of a comment, and its reason. */
export type Transition =
  | { to: 'published' }
  | { to: 'held'; because: Explanation[] }
  | { to: 'removed'; reason: string }
  | { to: 'deleted' };

const REMOVED_BY: { readonly [status in CommentStatus]?: CommentEntity['removedBy'] } = {
  deleted: 'author',
  removed: 'moderation',
};

/**
 * Changes the status of a comment. Each change updates the counts of its ancestors and of the post,
 * and appends the event for readers. The caller holds the lock of the thread and has read the
 * comment under it.
 */
@Injectable()
export class CommentTransitions {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly log: EventLogRepository,
    private readonly quotes: QuotesService,
    private readonly marks: CommentMarksRepository,
  ) {}

  async apply(act: Act, comment: CommentEntity, transition: Transition): Promise<void> {
    const { to } = transition;
    const listed = to === 'published' || comment.replyCount > 0;
    const version = comment.version + 1;
    // Others may have been pinned while it was not visible.
    const comesPinned = comment.pinned && to === 'published' && comment.status !== 'published';
    const unpins = comesPinned && !(await this.marks.mayPin(act, comment.postId));
    await this.comments.update(act, comment.id, {
      status: to,
      ...(unpins && { pinned: false }),
      listed,
      version,
      ...(to === 'published' && comment.publishedAt === null && { publishedAt: new Date() }),
      removedBy: REMOVED_BY[to] ?? null,
      removalReason: to === 'removed' ? transition.reason : null,
      hold: to === 'held' ? transition.because : null,
    });
    if (to === 'deleted') await this.comments.wipe(act, comment.id);
    if (listed !== comment.listed) await this.carryUp(act, comment.parentId, listed ? 1 : -1);
    await this.announce(act, { ...comment, version }, to);
  }

  /** Deletes a comment without a trace. */
  async erase(act: Act, comment: CommentEntity): Promise<void> {
    await this.comments.delete(act, comment.id);
    if (comment.listed) await this.carryUp(act, comment.parentId, -1);
    await this.announce(act, { ...comment, version: comment.version + 1 }, 'deleted');
  }

  /**
   * Adds or subtracts one listed reply of a comment. A tombstone exists only while it has listed
   * replies, so a change at the bottom may affect all its ancestors.
   */
  async carryUp(act: Act, parentId: string | null, delta: 1 | -1): Promise<void> {
    let next = parentId;
    while (next !== null) {
      const parent = await this.comments.countReply(act, next, delta);
      next = parent.is === parent.was ? null : parent.parentId;
    }
  }

  private async announce(act: Act, comment: CommentEntity, to: CommentStatus): Promise<void> {
    const type = eventOf(comment, to);
    if (!type) return;
    const { id, parentId, depth, version } = comment;
    const delta = Number(to === 'published') - Number(comment.status === 'published');
    const event = { type, commentId: id, facts: { parentId, depth, version } };
    const echoes = await this.quotes.echo(act, id);
    await this.log.append(act, comment.postId, [event, ...echoes], delta);
  }
}

/** The event of a change; none if readers never saw the comment. */
function eventOf({ publishedAt }: CommentEntity, to: CommentStatus): EventType | null {
  if (to === 'published') return publishedAt === null ? 'comment.created' : 'comment.restored';
  if (publishedAt === null) return null;
  return to === 'deleted' ? 'comment.deleted' : 'comment.removed';
}
