import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import type { Asker } from '../../users/viewer/asker.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import { audienceOf } from '../../comments/shape/visibility.js';
import { BranchMoves } from '../../comments/status/branch-moves.js';
import { CommentMarksRepository } from '../../comments/status/comment-marks.repository.js';
import type { Queryable } from '../../database/database.js';
import { SerializationFailure, violates } from '../../database/postgres-errors.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { type Answer, created } from '../../input/answer.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import { DecisionAccessService } from '../access/decision-access.service.js';
import { DecisionRecords } from '../log/decision-records.js';
import type { MadeDecision, NewDecision } from '../log/decisions.repository.js';
import { DecisionDoesNotFit, VersionConflict } from '../terms/moderation.errors.js';
import type { CommentDecisionView, MoveBranchDto } from './decisions.dto.js';
import type { Reversal } from './reversal.js';

/** The data that an undo of a move restores. */
interface BeforeMove {
  from: string;
  into: string;
  parentId: string | null;
  pinned: boolean;
}

/** Moves branches of a discussion to another one. */
@Injectable()
export class BranchMovesService {
  constructor(
    private readonly access: DecisionAccessService,
    private readonly comments: CommentsRepository,
    private readonly branches: BranchMoves,
    private readonly marks: CommentMarksRepository,
    private readonly posts: PostsRepository,
    private readonly records: DecisionRecords,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /**
   * @throws CommentNotFound also when its post was deleted
   * @throws what `DecisionAccessService.authorise` does
   * @throws InvalidInput when `into` is no other post
   * @throws DecisionDoesNotFit for a deletion without tombstone, or an import that both posts have
   * @throws TooManyToMove
   */
  async move(
    member: Asker,
    id: string,
    { into, note }: MoveBranchDto,
  ): Promise<Answer<CommentDecisionView>> {
    const ask = async (from: Queryable, who: Member = member) => {
      const { ties } = await this.access.authorise(from, who, id);
      const before = await this.comments.getPostId(id, from);
      const target = await this.posts.find(into, from);
      if (!target || target.id === before)
        throw InvalidInput.at('/into', 'Give the id or slug of another post.');
      return { heads: [before, target.id], ties };
    };
    const work = async (act: Act) => {
      const { heads } = await ask(act);
      await this.log.lockAll(act, heads);
      const now = await this.authority.confirm(act, member, 'staff');
      const {
        ties,
        heads: [from, into],
      } = await ask(act, now);
      if (from !== heads[0] || into !== heads[1]) throw new SerializationFailure();
      const decision = await this.moveWithin(act, now, id, { from, into }, { ties, note });
      return created({
        decision,
        comment: (await this.comments.findView(id, audienceOf(member), act))!,
      });
    };
    return refusingTwins(() => this.acts.once(member.idempotencyKey, work, ask));
  }

  /**
   * Moves the branch back below its former parent. The heads of both posts are locked, and the
   * permission of the member was checked.
   * @throws VersionConflict when it was moved again since, or its former parent was deleted
   */
  async putBack(act: Act, member: Member, made: MadeDecision): Promise<Reversal> {
    const { from, into, parentId, pinned } = made.before as BeforeMove;
    const comment = await this.comments.find(act, made.commentId!);
    const parent = parentId === null ? null : await this.comments.find(act, parentId);
    const isThere = comment?.postId === into && comment.parentId === null;
    const mayReturn = parentId === null || parent?.postId === from;
    if (!isThere || !mayReturn || !(await this.posts.find(from, act))) throw new VersionConflict();
    const place = { postId: from, parent, pinned: pinned && (await this.marks.mayPin(act, from)) };
    await refusingTwins(() => this.branches.move(act, comment, place));
    return { comment: await this.comments.findView(comment.id, audienceOf(member), act) };
  }

  private async moveWithin(
    act: Act,
    member: Member,
    id: string,
    heads: Pick<BeforeMove, 'from' | 'into'>,
    grounds: Pick<NewDecision, 'ties' | 'note'>,
  ) {
    const comment = (await this.comments.find(act, id))!;
    if (comment.status === 'deleted' && !comment.listed)
      throw new DecisionDoesNotFit('This comment was deleted without a trace.');
    await this.branches.move(act, comment, { postId: heads.into, parent: null, pinned: false });
    const { parentId, pinned } = comment;
    const before: BeforeMove = { ...heads, parentId, pinned };
    return this.records.write(act, {
      subject: 'comment',
      action: 'move',
      commentId: id,
      commentVersion: comment.version,
      contentAt: comment.createdAt,
      postId: heads.from,
      userId: comment.authorId,
      moderatorId: member.id,
      ...grounds,
      before,
    });
  }
}

/** @throws DecisionDoesNotFit when a discussion would contain an imported comment twice */
export async function refusingTwins<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!violates(error, 'comments_foreign_key')) throw error;
    throw new DecisionDoesNotFit('Both discussions contain the same imported comments.');
  }
}
