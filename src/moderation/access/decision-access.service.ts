import { Injectable } from '@nestjs/common';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import type { Queryable } from '../../database/database.js';
import { isAdmin, type Member } from '../../users/viewer/viewer.js';
import type { Subject } from '../terms/decision-actions.js';
import { ConflictOfInterest, Escalated } from '../terms/moderation.errors.js';
import {
  type Case,
  type CommentCase,
  DecisionAccessRepository,
  type Interest,
} from './decision-access.repository.js';

/**
 * Checks who may decide on a case. Every decision and every undo calls it inside its transaction
 * and under its lock. Only administrators decide on an escalated case, and nobody decides on their
 * own. The result has ties only if nobody else could decide; the log must then record them.
 */
@Injectable()
export class DecisionAccessService {
  constructor(private readonly repository: DecisionAccessRepository) {}

  /**
   * @param wasEscalated whether a decision on an escalated case is undone
   * @throws Escalated when the case is escalated, and the member is no administrator
   * @throws ConflictOfInterest
   */
  async authorise(
    within: Queryable,
    member: Member,
    commentId: string,
    wasEscalated = false,
  ): Promise<CommentCase> {
    const found = await this.repository.findOnComment(within, member.id, commentId);
    if (!found) throw new CommentNotFound();
    assertFree(member, { ...found, escalated: found.escalated || wasEscalated });
    return found;
  }

  /**
   * The same check for an account.
   * @param undone the decision that is undone
   * @throws what `authorise` does
   */
  async authoriseOnUser(
    within: Queryable,
    member: Member,
    userId: string,
    undone: string | null = null,
  ): Promise<Case> {
    const found = await this.repository.findOnUser(within, member.id, userId, undone);
    assertFree(member, found);
    return found;
  }

  /**
   * The same for all open cases of a post.
   * @throws what `authorise` does
   */
  async authoriseOnPost(within: Queryable, member: Member, postId: string): Promise<Interest> {
    const found = await this.repository.findOnPost(within, member.id, postId);
    assertFree(member, found);
    return found;
  }

  /**
   * The same for an item of the queue.
   * @throws what `authorise` does
   */
  async authoriseOnItem(
    within: Queryable,
    member: Member,
    { id, subject }: { id: string; subject: Exclude<Subject, 'post'> },
  ): Promise<void> {
    if (subject === 'user') await this.authoriseOnUser(within, member, id);
    else await this.authorise(within, member, id);
  }
}

/** A sole moderator may decide on their own case, because nobody else can. */
function assertFree(member: Member, { ties, escalated, othersMayDecide }: Interest): void {
  if (escalated && !isAdmin(member)) throw new Escalated();
  if (othersMayDecide && ties.length > 0) throw new ConflictOfInterest();
}
