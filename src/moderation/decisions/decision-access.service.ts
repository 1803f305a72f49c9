import { Injectable } from '@nestjs/common';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import type { Queryable } from '../../database/database.js';
import type { Act } from '../../acts/acts.js';
import { isAdmin, type Member } from '../../users/viewer.js';
import {
  type Case,
  DecisionAccessRepository,
  type Interest,
} from './decision-access.repository.js';
import type { OpenItem } from '../queue/queue-items.repository.js';
import { ConflictOfInterest, Escalated } from '../terms/moderation.errors.js';

/** Who may decide on which case. It is asked inside the act of a decision, under its lock. */
@Injectable()
export class DecisionAccessService {
  constructor(private readonly repository: DecisionAccessRepository) {}

  /**
   * @param wasEscalated whether a decision on an escalated case is taken back
   * @returns the case. It has ties only where nobody else could decide, and then the log has to say so
   * @throws Escalated when it waits for an administrator, and the member is none
   * @throws ConflictOfInterest
   */
  async authorise(
    within: Queryable,
    member: Member,
    commentId: string,
    wasEscalated = false,
  ): Promise<Case> {
    const found = await this.repository.findCase(within, member.id, commentId);
    if (!found) throw new CommentNotFound();
    assertFree(member, found.escalated || wasEscalated, found);
    return found;
  }

  /**
   * The same for a reported name or bio.
   * @throws Escalated
   * @throws ConflictOfInterest
   */
  async authoriseOnName(act: Act, member: Member, { id, kind }: OpenItem): Promise<void> {
    const interest = await this.repository.findInterest(act, member.id, id);
    assertFree(member, kind === 'escalated', interest);
  }
}

/** An only moderator may decide in their own case: somebody has to. */
function assertFree(member: Member, escalated: boolean, { ties, othersMayDecide }: Interest): void {
  if (escalated && !isAdmin(member)) throw new Escalated();
  if (othersMayDecide && ties.length > 0) throw new ConflictOfInterest();
}
