import { Injectable } from '@nestjs/common';
import {
  AccountBanned,
  AccountSuspended,
  CommentNotFound,
  CommentNotPublished,
  OwnComment,
} from '../comments/comments.errors.js';
import { CommentsRepository } from '../comments/comments.repository.js';
import { audienceOf } from '../comments/visibility.js';
import { newId } from '../database/ids.js';
import { type Act, Acts } from '../events/acts.js';
import { type Answer, created } from '../events/answer.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import type { Intent } from '../events/intent.js';
import { isUuid } from '../text/uuid.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Member } from '../users/viewer.js';
import type { FlagCommentDto } from './flags.dto.js';
import { FlagsRepository } from './flags.repository.js';
import { AlreadyFlagged } from './moderation.errors.js';

/** Readers' reports of comments. They change nothing that other readers see. */
@Injectable()
export class FlagsService {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly comments: CommentsRepository,
    private readonly users: UsersRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
  ) {}

  /**
   * @throws CommentNotFound also for a comment that the member may not see
   * @throws AlreadyFlagged while an earlier report of the member is open
   */
  async flag(
    member: Member,
    commentId: string,
    input: FlagCommentDto,
    intent: Intent | null,
  ): Promise<Answer> {
    const postId = isUuid(commentId) ? await this.comments.findPostId(commentId) : null;
    if (!postId) throw new CommentNotFound();
    return this.acts.once(intent, async (act) => {
      // Under the lock a decision comes before the flag or after it, and leaves none open behind it.
      await this.log.lock(act, postId);
      await this.authorise(act, member, commentId);
      const flag = await this.flags.insert(act, {
        id: newId(),
        commentId,
        postId,
        userId: member.id,
        reason: input.reason,
        detail: input.detail || null,
      });
      if (!flag) throw new AlreadyFlagged();
      return created(flag);
    });
  }

  private async authorise(act: Act, member: Member, commentId: string): Promise<void> {
    const { standing } = await this.users.getAuthority(act, member.id);
    if (standing === 'banned') throw new AccountBanned();
    const comment = await this.comments.findView(commentId, audienceOf(member), act);
    // Before the standing: another refusal would tell that there is something hidden.
    if (!comment) throw new CommentNotFound();
    if (standing === 'suspended') throw new AccountSuspended();
    if (comment.status !== 'published') throw new CommentNotPublished('reported');
    if (comment.author?.id === member.id) throw new OwnComment('reported');
  }
}
