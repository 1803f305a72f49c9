import { Injectable } from '@nestjs/common';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import { CommentTransitions } from '../../comments/status/comment-transitions.js';
import { ThreadLocks } from '../../comments/status/thread-locks.js';
import type { SingleCommentView } from '../../comments/shape/comments.dto.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import { audienceOf } from '../../comments/shape/visibility.js';
import { newId } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { PageQuery } from '../../input/paging.js';
import type { Asker } from '../../users/viewer/asker.js';
import { Settings } from '../../settings/settings.js';
import { Authority } from '../../users/accounts/authority.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersService } from '../../users/accounts/users.service.js';
import type { Member } from '../../users/viewer/viewer.js';
import { AddressClusters } from './address-clusters.js';
import { DecisionRecords } from '../log/decision-records.js';
import { flagScore, hides, hideThreshold } from './flag-scoring.js';
import type {
  FlagCommentDto,
  FlagUserDto,
  FlagView,
  MyFlagListView,
  UserFlagView,
} from './flags.dto.js';
import { FlagsRepository, type NewReport } from './flags.repository.js';
import { REPORTED_BY_READERS } from '../terms/detection-source.js';
import { AlreadyFlagged, OwnProfile } from '../terms/moderation.errors.js';
import { assertFlaggable } from '../../comments/shape/comment-permissions.js';

/**
 * Why a comment is hidden before a moderator has reviewed it. Its author reads it, too, so it
 * reveals nothing about the reporters.
 */
const HIDDEN = {
  rule: REPORTED_BY_READERS,
  detail: 'Several readers reported this comment; it is hidden until a moderator has reviewed it.',
};

const ORDER = 'm';

/**
 * Reports of comments, names and bios by readers. They have no visible effect until a comment has
 * enough of them.
 */
@Injectable()
export class FlagsService {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadLocks,
    private readonly users: UsersService,
    private readonly transitions: CommentTransitions,
    private readonly records: DecisionRecords,
    private readonly clusters: AddressClusters,
    private readonly authority: Authority,
    private readonly settings: Settings,
    private readonly acts: Acts,
  ) {}

  /**
   * @param address of the reporter; only a keyed hash of its network is stored
   * @throws CommentNotFound also for a comment that the member may not see
   * @throws AlreadyFlagged while an earlier report of the member is open
   */
  async flagComment(
    member: Asker,
    commentId: string,
    input: FlagCommentDto,
    address: string,
  ): Promise<Answer<FlagView>> {
    const ask = (from: Queryable, who: Member = member) => this.getFlaggable(from, who, commentId);
    const work = async (act: Act) => {
      // The lock serialises flags and decisions, so a decision leaves no earlier flag open.
      const postId = await this.threads.lock(act, commentId);
      const now = await this.authority.confirm(act, member, 'signed-in');
      const { version } = await ask(act, now);
      const report = await this.newReport(act, member, input, address);
      const flag = await this.flags.insertOnComment(act, { ...report, commentId, version, postId });
      if (!flag) throw new AlreadyFlagged();
      await this.hideUnderPressure(act, commentId);
      return created(flag);
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  /**
   * @throws UserNotFound
   * @throws OwnProfile
   * @throws AlreadyFlagged while an earlier report of the same field is open
   */
  async flagUser(
    member: Asker,
    username: string,
    input: FlagUserDto,
    address: string,
  ): Promise<Answer<UserFlagView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'signed-in');
      const target = await this.getTarget(act, member, username);
      const { field } = input;
      const text = field === 'bio' ? target.bio : `${target.displayName} (${target.username})`;
      const report = await this.newReport(act, member, input, address);
      const about = { targetId: target.id, field, text };
      const flag = await this.flags.insertOnUser(act, { ...report, ...about });
      if (!flag) throw new AlreadyFlagged();
      return created({ ...flag, username: target.username! });
    });
  }

  /** The member's own reports, with their outcomes. */
  listOwn(member: Member, query: PageQuery): Promise<MyFlagListView> {
    return newestFirst(ORDER, query, (limit, before) =>
      this.flags.listOf(member.id, limit, before),
    );
  }

  private async newReport(
    act: Act,
    { id: userId }: Member,
    { reason, detail }: FlagCommentDto,
    address: string,
  ): Promise<NewReport> {
    const score = flagScore(await this.flags.getFlagger(act, userId));
    const cluster = this.clusters.hash(address, 'flag');
    return { id: newId(), userId, reason, detail: detail || null, score, cluster };
  }

  /**
   * Holds a comment. When a moderator approves it, it is published again, and reports no longer
   * hide it.
   */
  private async hideUnderPressure(act: Act, commentId: string): Promise<void> {
    const pressure = await this.flags.getPressure(act, commentId);
    const { hideScore, flagSensitivity } = await this.settings.current();
    const threshold = hideThreshold(hideScore, flagSensitivity);
    if (pressure.exempt || !hides(pressure.weights, threshold)) return;
    const comment = (await this.comments.find(act, commentId))!;
    await this.records.write(act, {
      subject: 'comment',
      action: 'hold',
      commentId,
      commentVersion: comment.version,
      postId: comment.postId,
      userId: comment.authorId,
      moderatorId: null,
      contentAt: comment.createdAt,
      ledBy: 'reports',
    });
    await this.transitions.apply(act, comment, { to: 'held', because: [HIDDEN] });
  }

  private async getFlaggable(
    from: Queryable,
    member: Member,
    commentId: string,
  ): Promise<SingleCommentView> {
    const comment = await this.comments.findView(commentId, audienceOf(member), from);
    if (!comment) throw new CommentNotFound();
    assertFlaggable(comment, member);
    if (await this.flags.hasOpen(from, commentId, member.id)) throw new AlreadyFlagged();
    return comment;
  }

  private async getTarget(act: Act, member: Member, username: string): Promise<UserEntity> {
    // A profile that is hidden from guests cannot be reported by anybody, including moderators.
    const target = await this.users.getVisible(null, username, act);
    if (target.id === member.id) throw new OwnProfile();
    return target;
  }
}
