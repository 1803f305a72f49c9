import { Injectable } from '@nestjs/common';
import { LinkNotValid } from '../../auth/proofs/proofs.errors.js';
import type { CommentEntity } from '../../comments/shape/comment.entity.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import { audienceOf } from '../../comments/shape/visibility.js';
import { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { DecisionAccessService } from '../../moderation/access/decision-access.service.js';
import { CommentDecisionsService } from '../../moderation/decisions/comment-decisions.service.js';
import { UndoService } from '../../moderation/decisions/undo.service.js';
import { GRACE_SECONDS } from '../../moderation/log/decision-records.js';
import { DecisionNotFound, VersionConflict } from '../../moderation/terms/moderation.errors.js';
import { commentAddressOf } from '../../posts/shape/post-addresses.js';
import { Settings } from '../../settings/settings.js';
import { plainTextOf } from '../../text/markdown/plain-text.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { admit } from '../../users/viewer/policy.js';
import { SecondFactorRequired } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import { DecisionTokens, type OfferedDecision, readDecisionToken } from './decision-tokens.js';
import { memberOf } from './link-holder.js';
import { MailboxRule } from './mailbox-rule.js';
import { MailedCasesRepository, type WaitingCase } from './mailed-cases.repository.js';
import type { DecideByLinkDto, LinkedDecisionView } from './mailed-decisions.dto.js';

/** The user of a decision link, and the decision that it offers. */
interface Opened {
  user: UserEntity;
  member: Member;
  offered: OfferedDecision;
}

/**
 * Decides on comments by links in mails, with the same decisions and the same undo as in the app.
 */
@Injectable()
export class MailedDecisionsService {
  constructor(
    private readonly tokens: DecisionTokens,
    private readonly cases: MailedCasesRepository,
    private readonly decisions: CommentDecisionsService,
    private readonly undoing: UndoService,
    private readonly access: DecisionAccessService,
    private readonly comments: CommentsRepository,
    private readonly users: UsersRepository,
    private readonly settings: Settings,
    private readonly mailbox: MailboxRule,
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  /** @throws the errors of `open` and `show` */
  async look(token: string): Promise<LinkedDecisionView> {
    return this.show(await this.open(token));
  }

  /**
   * Makes the decision of a link. A repetition returns that it is done.
   * @throws VersionConflict when the comment has changed since it was shown
   * @throws the errors of `open` and `CommentDecisionsService.decide`
   */
  async decide({ token, reason }: DecideByLinkDto): Promise<LinkedDecisionView> {
    const opened = await this.open(token);
    await this.settings.assertWritable();
    const { member, offered } = opened;
    const { commentId, version, action } = offered;
    if (await this.cases.findDecision(member.id, offered)) return this.show(opened);
    const grounds =
      action === 'remove' ? { reason: reason ?? (await this.reasonOf(commentId)) } : {};
    try {
      const asker = { ...member, idempotencyKey: null };
      await this.decisions.decide(asker, commentId, { action, version, ...grounds });
    } catch (error) {
      // The button was pressed twice at once, and the other request was first.
      const isTwin =
        error instanceof VersionConflict && (await this.cases.findDecision(member.id, offered));
      if (!isTwin) throw error;
    }
    return this.show(opened);
  }

  /**
   * @throws DecisionNotFound when the link has made no decision that is in force
   * @throws the errors of `open` and `UndoService.undo`
   */
  async undo(token: string): Promise<LinkedDecisionView> {
    const opened = await this.open(token);
    await this.settings.assertWritable();
    const decision = await this.cases.findDecision(opened.member.id, opened.offered);
    if (!decision) throw new DecisionNotFound();
    await this.undoing.undo({ ...opened.member, idempotencyKey: null }, decision.id, {});
    return this.show(opened);
  }

  /**
   * @throws LinkNotValid
   * @throws SecondFactorRequired when the site or the account requires two factors, because a
   * mailbox is only one
   * @throws the errors of `admit` for a user who is no longer on the staff, or is banned
   */
  private async open(token: string): Promise<Opened> {
    const presented = readDecisionToken(token);
    const user = presented && (await this.users.findById(presented.userId));
    if (!presented || !user || !this.tokens.proves(presented, user)) throw new LinkNotValid();
    const authority = await this.database.read((tx) => this.users.getAuthority(tx, user.id));
    const member = memberOf({ id: user.id, ...authority });
    admit(member, 'staff', false);
    if (!(await this.mailbox.isEnoughFor(user.id))) throw new SecondFactorRequired();
    return { user, member, offered: presented.offered };
  }

  /** @throws CommentNotFound, and the errors of `DecisionAccessService.authorise` */
  private async show({ user, member, offered }: Opened): Promise<LinkedDecisionView> {
    const { commentId, action } = offered;
    const decision = await this.cases.findDecision(member.id, offered);
    const [found, comment] = await Promise.all([
      this.cases.find(commentId),
      this.comments.findView(commentId, audienceOf(member)),
    ]);
    if (!found || !comment) throw new CommentNotFound();
    const state = decision ? 'done' : await this.stateOf(member, offered, comment);
    const shown = decision ? offered : { ...offered, version: comment.version };
    return {
      state,
      action,
      token: state === 'settled' ? null : this.tokens.derive(user, shown),
      reason: likeliestOf(found),
      undoUntil: decision && new Date(decision.at.getTime() + GRACE_SECONDS * 1_000).toISOString(),
      comment: {
        author: found.author,
        text: plainTextOf(found.html).trim(),
        status: comment.status,
        title: found.post.title,
        url: commentAddressOf(found.post, commentId, this.config.publicUrl),
        rules: found.rules,
        reports: found.reports,
        notices: found.notices,
      },
    };
  }

  /** @throws the errors of `DecisionAccessService.authorise` */
  private async stateOf(
    member: Member,
    { commentId, version }: OfferedDecision,
    comment: Pick<CommentEntity, 'status' | 'version'>,
  ): Promise<'open' | 'changed' | 'settled'> {
    const { waits } = await this.access.authorise(this.database, member, commentId);
    if (comment.status !== 'held' && !(comment.status === 'published' && waits)) return 'settled';
    return comment.version === version ? 'open' : 'changed';
  }

  private async reasonOf(commentId: string): Promise<Reason> {
    const found = await this.cases.find(commentId);
    if (!found) throw new CommentNotFound();
    return likeliestOf(found);
  }
}

function likeliestOf({ reason, notices }: WaitingCase): Reason {
  return reason ?? (notices > 0 ? 'illegal' : 'other');
}
