import { Injectable } from '@nestjs/common';
import type { Act } from '../events/acts.js';
import { type Settlement, SettlementRepository } from './settlement.repository.js';

/**
 * What every decision does to the queue. It is called inside the decision's act, before the status of
 * the comment changes: the item is closed as decided, not as gone.
 */
@Injectable()
export class SettlementService {
  constructor(private readonly repository: SettlementRepository) {}

  /**
   * For decisions that say what becomes of a comment (approve, remove, restore); pins, notes and locks
   * leave its reports open.
   * @returns how much waited: open reports and notices, and a surge or an escalation
   */
  async settleComment(act: Act, commentId: string, settlement: Settlement): Promise<number> {
    const waited = await this.repository.close(act, commentId, settlement.moderatorId);
    await this.repository.markReviewed(act, commentId);
    const flags = await this.repository.settleFlags(act, 'comment', commentId, settlement);
    const notices = await this.repository.settleNotices(act, commentId, settlement);
    act.signalled = true;
    return flags + notices + Number(waited);
  }

  /** For decisions on a name or a bio: a renaming agrees, a dismissal does not. */
  async settleUser(act: Act, userId: string, settlement: Settlement): Promise<number> {
    const waited = await this.repository.close(act, userId, settlement.moderatorId);
    const flags = await this.repository.settleFlags(act, 'user', userId, settlement);
    act.signalled = true;
    return flags + Number(waited);
  }
}
