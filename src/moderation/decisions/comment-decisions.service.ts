import { Injectable } from '@nestjs/common';
import { CommentMarks, type MarkAction } from '../../comments/status/comment-marks.js';
import { CommentTransitions, type Transition } from '../../comments/status/comment-transitions.js';
import { ThreadLocks } from '../../comments/status/thread-locks.js';
import type { CommentEntity, CommentStatus } from '../../comments/shape/comment.entity.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import { audienceOf } from '../../comments/shape/visibility.js';
import type { Tx } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Asker } from '../../users/viewer/asker.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import { needsReason, type StatusAction } from '../terms/decision-actions.js';
import { DecisionRecords } from '../log/decision-records.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import type { DecideCommentDto, CommentDecisionView } from './decisions.dto.js';
import { BranchMovesService } from './branch-moves.service.js';
import { DecisionAccessService } from '../access/decision-access.service.js';
import type { OpenCase } from '../access/decision-access.repository.js';
import type { Reversal, Reverser } from './reversal.js';
import { detectionSource } from '../terms/detection-source.js';
import { DecisionDoesNotFit, VersionConflict } from '../terms/moderation.errors.js';
import { requireReason } from '../../comments/shape/reason-codes.js';
import { CaseClosingRepository } from '../queue/case-closing.repository.js';

/** The new status by action and current status. An action without an entry cannot be applied. */
const OUTCOMES: Readonly<
  Record<StatusAction, Readonly<Partial<Record<CommentStatus, 'published' | 'removed'>>>>
> = {
  approve: { held: 'published', published: 'published' },
  remove: { held: 'removed', published: 'removed' },
  restore: { removed: 'published' },
};

/** The state of a comment before a decision on its status. */
interface CommentBefore extends Pick<CommentEntity, 'status' | 'hold' | 'removalReason'> {
  reviewedAt: string | null;
  /** Whether it was escalated. */
  escalated?: boolean;
  item?: OpenCase | null;
}

const OPPOSITE: Readonly<Record<MarkAction, MarkAction>> = {
  pin: 'unpin',
  unpin: 'pin',
  feature: 'unfeature',
  unfeature: 'feature',
  lock: 'unlock',
  unlock: 'lock',
};

/** Decisions on comments, and their reversal. */
@Injectable()
export class CommentDecisionsService implements Reverser {
  constructor(
    private readonly records: DecisionRecords,
    private readonly access: DecisionAccessService,
    private readonly closing: CaseClosingRepository,
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadLocks,
    private readonly transitions: CommentTransitions,
    private readonly marks: CommentMarks,
    private readonly branches: BranchMovesService,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /** @throws what `decideWithin` does */
  async decide(
    member: Asker,
    id: string,
    input: DecideCommentDto,
  ): Promise<Answer<CommentDecisionView>> {
    if (needsReason(input.action)) requireReason(input.reason);
    const work = async (act: Act) => {
      await this.threads.lock(act, id);
      const decision = await this.decideWithin(act, member, id, input);
      const comment = await this.comments.findView(id, audienceOf(member), act);
      return created({ decision, comment: comment! });
    };
    return this.acts.once(member.idempotencyKey, work, (reader) =>
      this.authorise(reader, member, id, input),
    );
  }

  /**
   * Decides under the lock of the thread. Nothing is written before all checks have passed.
   * @throws what `Authority.confirm` does
   * @throws VersionConflict when the comment has changed since the moderator read it
   * @throws DecisionDoesNotFit when the action cannot be applied
   */
  async decideWithin(
    act: Act,
    member: Member,
    id: string,
    input: DecideCommentDto,
  ): Promise<DecisionView> {
    const now = await this.authority.confirm(act, member, 'staff');
    const { found, comment } = await this.authorise(act, now, id, input);
    const { action } = input;
    const { status, hold, removalReason } = comment;
    const { reviewedAt, escalated, item } = found;
    const before = { status, hold, removalReason, reviewedAt, escalated, item };
    // Approving a published comment only answers reports, so its author is not notified.
    const told = action !== 'approve' || status === 'held';
    const decision = await this.records.write(
      act,
      {
        ...input,
        subject: 'comment',
        commentId: id,
        commentVersion: comment.version,
        contentAt: comment.createdAt,
        postId: comment.postId,
        userId: comment.authorId,
        moderatorId: member.id,
        ledBy: detectionSource({ ...found, hold }),
        ties: found.ties,
        before: isOfStatus(action) ? before : undefined,
      },
      told,
    );
    if (isOfStatus(action)) await this.changeStatus(act, comment, action, decision);
    else await this.marks.apply(act, comment, action);
    return decision;
  }

  /**
   * @throws Escalated when it was decided as an escalated case, and the member is no administrator
   * @throws ConflictOfInterest
   * @throws VersionConflict when the comment is no longer as the decision left it
   * @throws DecisionDoesNotFit when the limit of pinned comments is reached by now
   */
  async putBack(act: Act, member: Member, made: MadeDecision): Promise<Reversal> {
    const id = made.commentId!;
    const now = await this.authority.confirm(act, member, 'staff');
    const wasEscalated = (made.before as CommentBefore | null)?.escalated ?? false;
    const { ties } = await this.access.authorise(act, now, id, wasEscalated);
    if (made.action === 'move') {
      return { ties, ...(await this.branches.putBack(act, member, made)) };
    }
    const comment = (await this.comments.find(act, id))!;
    if (comment.version !== made.commentVersion! + 1) throw new VersionConflict();
    await this.reverse(act, comment, made);
    return { ties, comment: await this.comments.findView(id, audienceOf(member), act) };
  }

  /** The version is compared under the lock, so only one of two concurrent decisions succeeds. */
  private async authorise(tx: Tx, member: Member, id: string, input: DecideCommentDto) {
    const found = await this.access.authorise(tx, member, id);
    const comment = await this.comments.find(tx, id);
    if (!comment) throw new CommentNotFound();
    if (comment.version !== input.version) throw new VersionConflict();
    await this.assertFits(tx, comment, input.action, found.waits);
    return { found, comment };
  }

  /**
   * @param waits whether anything is open: then approving is a decision even if the status does not
   * change
   */
  private async assertFits(
    tx: Tx,
    comment: CommentEntity,
    action: StatusAction | MarkAction,
    waits: boolean,
  ): Promise<void> {
    if (!isOfStatus(action)) {
      const misfit = await this.marks.findMisfit(tx, comment, action);
      if (misfit) throw new DecisionDoesNotFit(misfit);
      return;
    }
    const to = OUTCOMES[action][comment.status];
    if (!to || (to === comment.status && !waits)) {
      throw new DecisionDoesNotFit(
        'Approve a held or reported comment, remove a published or held one, or restore a removed one.',
      );
    }
  }

  private async changeStatus(
    act: Act,
    comment: CommentEntity,
    action: StatusAction,
    { id: decisionId, moderator, reason }: DecisionView,
  ): Promise<void> {
    const to = OUTCOMES[action][comment.status]!;
    const outcome = action === 'remove' ? 'agreed' : 'disagreed';
    const closing = { decisionId, moderatorId: moderator!.id, action, reason, outcome } as const;
    await this.closing.settleComment(act, comment.id, closing);
    const isRemoval = to === 'removed';
    await this.bring(act, comment, isRemoval ? { to, reason: requireReason(reason) } : { to });
  }

  private async reverse(act: Act, comment: CommentEntity, made: MadeDecision): Promise<void> {
    const { action } = made;
    if (action in OPPOSITE) {
      const opposite = OPPOSITE[action as MarkAction];
      await this.assertFits(act, comment, opposite, false);
      await this.marks.apply(act, comment, opposite);
      return;
    }
    const before = made.before as CommentBefore | null;
    await this.bring(act, comment, before && transitionTo(before));
    await this.closing.reopenComment(act, comment.id, {
      decisionId: made.id,
      action,
      reviewedAt: before?.reviewedAt ?? null,
      removalReason: before?.removalReason ?? null,
      item: before?.item ?? null,
    });
  }

  private async bring(act: Act, comment: CommentEntity, there: Transition | null): Promise<void> {
    if (there && there.to !== comment.status) {
      await this.transitions.apply(act, comment, there);
      return;
    }
    // The comment is unchanged, but its version rises, so a moderator who read it before must read
    // it again.
    await this.comments.raiseVersion(act, comment.id);
    await this.log.touchPages(act, [comment.postId]);
  }
}

function isOfStatus(action: StatusAction | MarkAction): action is StatusAction {
  return action in OUTCOMES;
}

function transitionTo({ status, hold, removalReason }: CommentBefore): Transition | null {
  if (status === 'published') return { to: 'published' };
  if (status === 'held') return { to: 'held', because: hold ?? [] };
  return status === 'removed' ? { to: 'removed', reason: removalReason ?? 'other' } : null;
}
