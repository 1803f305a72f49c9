import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { type Closing, CaseClosingRepository, type Undone } from './case-closing.repository.js';

/**
 * What every decision does to the queue. It is called inside the decision's act, before the status of
 * the comment changes: the item is closed as decided, not as gone.
 */
@Injectable()
export class CaseClosingService {
  constructor(private readonly repository: CaseClosingRepository) {}

  /**
   * For decisions that say what becomes of a comment (approve, remove, restore); pins, notes and locks
   * leave its reports open.
   * @returns how much waited: open reports and notices, and a surge or an escalation
   */
  async settleComment(tx: Tx, commentId: string, closing: Closing): Promise<number> {
    const waited = await this.repository.close(tx, commentId, closing.moderatorId);
    await this.repository.markReviewed(tx, commentId);
    const flags = await this.repository.settleFlags(tx, 'comment', commentId, closing);
    const notices = await this.repository.settleNotices(tx, commentId, closing);
    return flags + notices + Number(waited);
  }

  /** What a decision settled waits again, as it was before. */
  async reopenComment(tx: Tx, commentId: string, undone: Undone): Promise<void> {
    await this.repository.setReviewed(tx, commentId, undone.reviewedAt);
    await this.repository.reopenFlags(tx, commentId, undone.decisionId);
    // A restoring answered anew what the removal had answered; that answer holds again.
    if (undone.action === 'restore') await this.repository.removeAgain(tx, commentId, undone);
    else await this.repository.reopenNotices(tx, commentId, undone.decisionId);
  }

  /** For decisions on a name or a bio: a renaming agrees, a dismissal does not. */
  async settleUser(tx: Tx, userId: string, closing: Closing): Promise<number> {
    const waited = await this.repository.close(tx, userId, closing.moderatorId);
    const flags = await this.repository.settleFlags(tx, 'user', userId, closing);
    return flags + Number(waited);
  }
}
