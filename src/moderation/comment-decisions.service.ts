import { Injectable } from '@nestjs/common';
import { CommentTransitions, type Transition } from '../comments/comment-transitions.js';
import type { CommentEntity, CommentStatus } from '../comments/comment.entity.js';
import { CommentNotFound } from '../comments/comments.errors.js';
import { CommentsRepository } from '../comments/comments.repository.js';
import { audienceOf } from '../comments/visibility.js';
import { type Act, Acts } from '../events/acts.js';
import { type Answer, created } from '../events/answer.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import type { Intent } from '../events/intent.js';
import { isUuid } from '../text/uuid.js';
import type { Member } from '../users/viewer.js';
import type { CommentAction, DecideCommentDto } from './decisions.dto.js';
import { DecidingService } from './deciding.service.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionDoesNotFit, VersionConflict } from './moderation.errors.js';
import { requireReason } from './reasons.js';
import { SettlementService } from './settlement.service.js';

/** The status to which an action brings a comment of each status that it fits. */
const OUTCOMES: Readonly<
  Record<CommentAction, Readonly<Partial<Record<CommentStatus, 'published' | 'removed'>>>>
> = {
  approve: { held: 'published', published: 'published' },
  remove: { held: 'removed', published: 'removed' },
  restore: { removed: 'published' },
};

/** What moderators decide on comments. */
@Injectable()
export class CommentDecisionsService {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly deciding: DecidingService,
    private readonly settlement: SettlementService,
    private readonly comments: CommentsRepository,
    private readonly transitions: CommentTransitions,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
  ) {}

  /**
   * @throws VersionConflict when the comment is no longer what the moderator saw
   * @throws DecisionDoesNotFit when the action has nothing to act on
   */
  async decide(
    member: Member,
    id: string,
    input: DecideCommentDto,
    intent: Intent | null,
  ): Promise<Answer> {
    if (input.action === 'remove') requireReason(input.reason);
    const postId = isUuid(id) ? await this.comments.findPostId(id) : null;
    if (!postId) throw new CommentNotFound();
    return this.acts.once(intent, async (act) => {
      await this.log.lock(act, postId);
      const ties = await this.deciding.authorise(act, member, id);
      const comment = await this.getSeen(act, id, input.version);
      const decision = await this.decisions.insert(act, {
        subject: 'comment',
        commentId: comment.id,
        commentVersion: comment.version,
        postId,
        userId: comment.authorId,
        moderatorId: member.id,
        action: input.action,
        reason: input.reason,
        note: input.note,
        ties,
      });
      const answered = await this.settlement.settleComment(act, id, {
        decisionId: decision.id,
        moderatorId: member.id,
        outcome: input.action === 'remove' ? 'agreed' : 'disagreed',
        action: input.action,
        reason: input.reason,
      });
      await this.carryOut(act, comment, input, answered);
      return created({
        decision,
        comment: await this.comments.findView(id, audienceOf(member), act),
      });
    });
  }

  /** The comment, if it still is what was seen; compared under the lock, so one of two is first. */
  private async getSeen(act: Act, id: string, version: number): Promise<CommentEntity> {
    const comment = await this.comments.find(act, id);
    if (!comment) throw new CommentNotFound();
    if (comment.version !== version) throw new VersionConflict();
    return comment;
  }

  /** @param answered how many open flags the decision answers: to approve these is a decision too */
  private async carryOut(
    act: Act,
    comment: CommentEntity,
    { action, reason }: DecideCommentDto,
    answered: number,
  ): Promise<void> {
    const to = OUTCOMES[action][comment.status];
    if (!to || (to === comment.status && answered === 0)) {
      throw new DecisionDoesNotFit(
        'Approve a held or reported comment, remove a published or held one, restore a removed one.',
      );
    }
    if (to === comment.status) {
      // Seen and settled: whoever looked at it before must look again.
      await this.comments.raiseVersion(act, comment.id);
      await this.log.touchPages(act, [comment.postId]);
      return;
    }
    const transition: Transition =
      to === 'removed' ? { to, reason: requireReason(reason) } : { to };
    await this.transitions.apply(act, comment, transition);
  }
}
