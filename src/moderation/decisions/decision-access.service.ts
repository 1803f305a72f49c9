import { Injectable } from '@nestjs/common';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import type { Queryable } from '../../database/database.js';
import type { Member } from '../../users/viewer.js';
import { isConflict, type Tie, tiesOf } from '../terms/conflict-of-interest.js';
import { DecisionAccessRepository, type Waiting } from './decision-access.repository.js';
import { ConflictOfInterest, Escalated } from '../terms/moderation.errors.js';

/** A comment as a case: what waits there, and what ties the deciding moderator to it. */
export interface Case extends Waiting {
  ties: Tie[];
}

/** Who may decide on which comment. */
@Injectable()
export class DecisionAccessService {
  constructor(private readonly repository: DecisionAccessRepository) {}

  /**
   * Called inside the act of a decision, under the lock of the thread.
   * @returns what ties the moderator to the comment, not empty only where nobody else could decide,
   *   which the log has to say; and what waits for the decision
   * @throws Escalated when it waits for an administrator, and the member is none
   * @throws ConflictOfInterest
   */
  async authorise(within: Queryable, member: Member, commentId: string): Promise<Case> {
    const found = await this.repository.findTies(within, member.id, commentId);
    if (!found) throw new CommentNotFound();
    if (found.escalated && member.role !== 'admin') throw new Escalated();
    if (isConflict(found)) throw new ConflictOfInterest();
    return { ...found, ties: tiesOf(found) };
  }
}
