import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import { ThreadLocks } from '../../comments/status/thread-locks.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Asker } from '../../users/viewer/asker.js';
import { DecisionRecords } from '../log/decision-records.js';
import type { Subject } from '../terms/decision-actions.js';
import type { UndoView } from './decisions.dto.js';
import type { Reverser } from './reversal.js';
import type { NoteDto } from '../terms/decision-reason.dto.js';
import { DecisionsRepository, type MadeDecision } from '../log/decisions.repository.js';
import { DecisionDoesNotFit, DecisionNotFound } from '../terms/moderation.errors.js';
import { StatementsRepository } from '../statements/statements.repository.js';
import { CommentDecisionsService } from './comment-decisions.service.js';
import { PostDecisionsService } from './post-decisions.service.js';
import { UserDecisionsService } from './user-decisions.service.js';

/**
 * Notes and dismissals change nothing. Holds are reversed by approving, and an undo by a new
 * decision.
 */
const FINAL: readonly string[] = ['note', 'dismiss', 'hold', 'undo'];

/**
 * Undoes a decision: its change is reversed, if nothing has changed since. The log keeps both. The
 * author is not notified of a decision that was undone within a minute.
 */
@Injectable()
export class UndoService {
  private readonly reversers: Readonly<Record<Subject, Reverser>>;

  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly records: DecisionRecords,
    private readonly statements: StatementsRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly threads: ThreadLocks,
    comment: CommentDecisionsService,
    post: PostDecisionsService,
    user: UserDecisionsService,
  ) {
    this.reversers = { comment, post, user };
  }

  /**
   * @throws DecisionNotFound
   * @throws CommentNotFound when the comment or its post was deleted
   * @throws DecisionDoesNotFit when it was already undone, or cannot be undone
   * @throws VersionConflict when something has changed since
   */
  async undo(member: Asker, id: string, { note }: NoteDto): Promise<Answer<UndoView>> {
    const found = await this.decisions.findMade(id);
    if (!found) throw new DecisionNotFound();
    const work = async (act: Act) => {
      await this.lock(act, found);
      const made = await this.getUndoable(act, id);
      const { ties, ...views } = await this.reversers[made.subject].putBack(act, member, made);
      // Read again under the lock of the comment, post or account, so that of two undos only one
      // succeeds.
      await this.getUndoable(act, id);
      const seen = await this.statements.withdraw(act, id);
      const undo = {
        ...made,
        commentVersion: made.commentVersion && made.commentVersion + 1,
        moderatorId: member.id,
        action: 'undo',
        undoes: id,
        before: undefined,
        note,
        ties,
      } as const;
      const decision = await this.records.write(act, undo, seen);
      return created({ comment: null, post: null, user: null, ...views, decision });
    };
    return this.acts.once(member.idempotencyKey, work, async () => assertUndoable(found));
  }

  /**
   * The threads of a decision; for a merge or a move both posts. An account is locked by its
   * reverser.
   */
  private async lock(act: Act, { commentId, postId, before }: MadeDecision): Promise<void> {
    const { from, into } = (before ?? {}) as Record<string, unknown>;
    const others = [from, into].filter((id) => typeof id === 'string');
    // The comment may have been moved to another post since.
    if (commentId !== null) await this.threads.lock(act, commentId, others);
    else if (postId !== null) await this.log.lockAll(act, [postId, ...others]);
  }

  private async getUndoable(act: Act, id: string): Promise<MadeDecision> {
    const made = (await this.decisions.findMade(id, act))!;
    assertUndoable(made);
    return made;
  }
}

function assertUndoable({ action, undone }: MadeDecision): void {
  if (FINAL.includes(action))
    throw new DecisionDoesNotFit('This decision has no effect that can be undone.');
  if (undone) throw new DecisionDoesNotFit('This decision was already undone.');
}
