import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import type { Tie } from '../terms/conflict-of-interest.js';
import { DecisionRecords } from '../log/decision-records.js';
import type { Subject } from '../terms/decision-actions.js';
import type { UndoView } from './decisions.dto.js';
import type { Reverser } from './reversal.js';
import type { NoteDto } from '../terms/decision-reason.dto.js';
import { DecisionsRepository, type MadeDecision } from '../log/decisions.repository.js';
import { DecisionDoesNotFit, DecisionNotFound } from '../terms/moderation.errors.js';
import { StatementsRepository } from '../statements/statements.repository.js';
import { UndoComment } from './undo-comment.js';
import { UndoPost } from './undo-post.js';
import { UndoUser } from './undo-user.js';

/** Notes and dismissals change nothing, holds are answered by approving, and an undo by deciding again. */
const FINAL: readonly string[] = ['note', 'dismiss', 'hold', 'undo'];

/**
 * Takes a decision back: what it changed is put back, if nothing came in between. The log keeps both, and
 * the author hears nothing of a decision that was taken back within the minute.
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
    comment: UndoComment,
    post: UndoPost,
    user: UndoUser,
  ) {
    this.reversers = { comment, post, user };
  }

  /**
   * @throws DecisionNotFound
   * @throws DecisionDoesNotFit when it was taken back already, or cannot be
   * @throws VersionConflict when something came in between
   */
  async undo(
    member: Member,
    id: string,
    { note }: NoteDto,
    intent: Intent | null,
  ): Promise<Answer<UndoView>> {
    const found = await this.decisions.findMade(id);
    if (!found) throw new DecisionNotFound();
    const work = async (act: Act) => {
      if (found.postId) await this.log.lock(act, found.postId);
      return created(await this.undoWithin(act, member, id, note));
    };
    return this.acts.once(intent, work, async () => assertUndoable(found));
  }

  /** Under the lock of the thread, where it is about one. */
  async undoWithin(act: Act, member: Member, id: string, note?: string | null): Promise<UndoView> {
    const made = (await this.decisions.findMade(id, act))!;
    assertUndoable(made);
    const { ties, putBack } = await this.reversers[made.subject].prepare(act, member, made);
    const decision = await this.record(act, member, made, note, ties);
    return { comment: null, post: null, user: null, decision, ...(await putBack()) };
  }

  private async record(
    act: Act,
    member: Member,
    made: MadeDecision,
    note?: string | null,
    ties?: readonly Tie[],
  ) {
    // Read again: of two undos the lock of the comment, post or account lets one be first.
    assertUndoable((await this.decisions.findMade(made.id, act))!);
    const seen = await this.statements.withdraw(act, made.id);
    const { subject, commentId, postId, userId, contentAt, commentVersion } = made;
    const about = { subject, commentId, postId, userId, contentAt };
    return this.records.write(
      act,
      {
        ...about,
        commentVersion: commentVersion === null ? undefined : commentVersion + 1,
        moderatorId: member.id,
        action: 'undo',
        undoes: made.id,
        note,
        ties,
      },
      seen,
    );
  }
}

function assertUndoable({ action, undone }: MadeDecision): void {
  if (FINAL.includes(action))
    throw new DecisionDoesNotFit('This decision changed nothing that could be put back.');
  if (undone) throw new DecisionDoesNotFit('This decision was taken back already.');
}
