import { Injectable } from '@nestjs/common';
import { CommentMarks, type MarkAction } from '../../comments/status/comment-marks.js';
import { CommentTransitions, type Transition } from '../../comments/status/comment-transitions.js';
import type { CommentEntity, CommentStatus } from '../../comments/shape/comment.entity.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import { audienceOf } from '../../comments/shape/visibility.js';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Explanation } from '../../screening/screening.js';
import { Authority } from '../../users/authority.js';
import type { Member } from '../../users/viewer.js';
import { DecisionAccessService } from './decision-access.service.js';
import type { Reversal, Reverser } from './reversal.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import { VersionConflict } from '../terms/moderation.errors.js';
import { CaseClosingRepository } from '../queue/case-closing.repository.js';

/** What a decision on the status of a comment remembers of it. */
interface CommentBefore {
  status: CommentStatus;
  hold: Explanation[] | null;
  removalReason: string | null;
  reviewedAt: string | null;
}

const OPPOSITE: Readonly<Record<MarkAction, MarkAction>> = {
  pin: 'unpin',
  unpin: 'pin',
  feature: 'unfeature',
  unfeature: 'feature',
  lock: 'unlock',
  unlock: 'lock',
};

/** Taking a decision on a comment back. */
@Injectable()
export class UndoComment implements Reverser {
  constructor(
    private readonly access: DecisionAccessService,
    private readonly closing: CaseClosingRepository,
    private readonly comments: CommentsRepository,
    private readonly transitions: CommentTransitions,
    private readonly marks: CommentMarks,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
  ) {}

  /** @throws VersionConflict when the comment is no longer as the decision left it */
  async prepare(act: Act, member: Member, made: MadeDecision): Promise<Reversal> {
    const id = made.commentId!;
    const now = await this.authority.confirm(act, member, 'staff');
    const { ties } = await this.access.authorise(act, now, id);
    const comment = (await this.comments.find(act, id))!;
    if (comment.version !== made.commentVersion! + 1) throw new VersionConflict();
    const putBack = async () => {
      await this.putBack(act, comment, made);
      return { comment: await this.comments.findView(id, audienceOf(member), act) };
    };
    return { ties, putBack };
  }

  private async putBack(act: Act, comment: CommentEntity, made: MadeDecision): Promise<void> {
    const { action } = made;
    if (action in OPPOSITE) {
      await this.marks.apply(act, comment, OPPOSITE[action as MarkAction]);
      return;
    }
    const before = made.before as unknown as CommentBefore | null;
    const transition = before && transitionTo(before);
    if (transition && transition.to !== comment.status) {
      await this.transitions.apply(act, comment, transition);
    } else {
      await this.comments.raiseVersion(act, comment.id);
      await this.log.touchPages(act, [comment.postId]);
    }
    await this.closing.reopenComment(act, comment.id, {
      decisionId: made.id,
      action,
      reviewedAt: before?.reviewedAt ?? null,
      removalReason: before?.removalReason ?? null,
    });
  }
}

function transitionTo({ status, hold, removalReason }: CommentBefore): Transition | null {
  if (status === 'published') return { to: 'published' };
  if (status === 'held') return { to: 'held', because: hold ?? [] };
  return status === 'removed' ? { to: 'removed', reason: removalReason ?? 'other' } : null;
}
