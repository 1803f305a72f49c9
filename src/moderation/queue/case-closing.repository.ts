import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { FlagOutcome } from '../flags/flags.repository.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import { MOVE_QUEUE_ITEM, SIGNAL_QUEUE } from './queue-items.sql.js';

/** The outcome that a decision gives to what waited. */
export interface Closing {
  decisionId: string;
  moderatorId: string;
  /** Whether the decision agrees with the reports that led to it. */
  outcome: FlagOutcome;
  /** For the receipts of notices, with the reason. */
  action: string;
  reason?: Reason | null;
}

/** A decision that was taken back. */
export interface Undone {
  decisionId: string;
  action: string;
  reviewedAt: string | null;
  /** Of the removal that holds again. */
  removalReason: string | null;
}

const FLAG_TABLES = {
  comment: { table: 'comment_flags', item: 'comment_id' },
  user: { table: 'user_flags', item: 'target_id' },
} as const;

/**
 * Ends what waited on an item: its place in the queue, its claim, its reports and notices. A decision calls
 * it inside its act, before the status of the comment changes: the item is closed as decided, not as gone.
 */
@Injectable()
export class CaseClosingRepository {
  /**
   * For decisions on the status of a comment (approve, remove, restore); pins, notes and locks leave its
   * reports open.
   */
  async settleComment(tx: Tx, commentId: string, closing: Closing): Promise<void> {
    await this.close(tx, commentId, closing.moderatorId);
    await this.setReviewed(tx, commentId, 'now');
    await this.settleFlags(tx, 'comment', commentId, closing);
    await this.settleNotices(tx, commentId, closing);
  }

  /** For decisions on a name or a bio: a renaming agrees, a dismissal does not. */
  async settleUser(tx: Tx, userId: string, closing: Closing): Promise<void> {
    await this.close(tx, userId, closing.moderatorId);
    await this.settleFlags(tx, 'user', userId, closing);
  }

  /** The case waits again, as it was before the decision. */
  async reopenComment(tx: Tx, commentId: string, undone: Undone): Promise<void> {
    await this.setReviewed(tx, commentId, undone.reviewedAt);
    await this.reopenFlags(tx, commentId, undone.decisionId);
    // A restoring changed the answer that the removal had given; that answer holds again.
    if (undone.action === 'restore') await this.removeAgain(tx, commentId, undone);
    else await this.reopenNotices(tx, commentId, undone.decisionId);
  }

  /** Takes an item off the queue, and tells staff. */
  private async close(tx: Tx, itemId: string, moderatorId: string): Promise<void> {
    await tx.query({
      name: 'settlement_close',
      text: `with seen as (
               select id, kind from queue_items where id = $1 and open for update
             ), closed as (
               update queue_items q set open = false, closed_at = now(), surge = null, escalated_by = null,
                 escalated_at = null, surge_settled_at = case when q.surge is null then q.surge_settled_at else now() end
               from seen where q.id = seen.id
             ), unclaimed as (
               delete from queue_claims where item_id = $1
             )
             select ${SIGNAL_QUEUE.name}(id, kind, 'decided', $2) from seen`,
      values: [itemId, moderatorId],
    });
  }

  /** Answers every open report, and tells those who sent them. */
  private async settleFlags(
    tx: Tx,
    subject: 'comment' | 'user',
    itemId: string,
    { outcome, decisionId }: Closing,
  ): Promise<void> {
    const { table, item } = FLAG_TABLES[subject];
    await tx.query({
      name: `settlement_flags_${subject}`,
      text: `with settled as (
               update ${table} set state = $2, decision_id = $3, resolved_at = now()
               where ${item} = $1 and state = 'open' returning id, user_id, state
             )
             insert into signals (type, user_id, facts)
             select 'user.notified', user_id,
               jsonb_build_object('type', 'flag.resolved', 'id', id, 'state', state) from settled`,
      values: [itemId, outcome, decisionId],
    });
  }

  /** Answers every open notice on a comment; a restoring also those that its removal answered. */
  private async settleNotices(
    tx: Tx,
    commentId: string,
    { decisionId, action, reason }: Closing,
  ): Promise<void> {
    await tx.query({
      name: 'settlement_notices',
      text: `update notices set state = 'decided', decided_at = now(), decision_id = $2, action = $3,
               reason = $4
             where comment_id = $1
               and (state = 'received' or (state = 'decided' and action = 'remove' and $3 = 'restore'))`,
      values: [commentId, decisionId, action, reason],
    });
  }

  /** @param at a time; `now` is that of the database */
  private async setReviewed(tx: Tx, commentId: string, at: string | null): Promise<void> {
    await tx.query({
      name: 'settlement_reviewed',
      text: 'update comments set reviewed_at = $2 where id = $1',
      values: [commentId, at],
    });
  }

  /** Opens the reports again that a decision answered, and tells those who sent them. */
  private async reopenFlags(tx: Tx, commentId: string, decisionId: string): Promise<void> {
    await tx.query({
      name: 'settlement_reopen_flags',
      text: `with reopened as (
               update comment_flags f set state = 'open', decision_id = null, resolved_at = null
               where comment_id = $1 and decision_id = $2 and not exists (
                 select 1 from comment_flags newer
                 where newer.comment_id = $1 and newer.user_id = f.user_id and newer.state = 'open')
               returning id, user_id
             )
             insert into signals (type, user_id, facts)
             select 'user.notified', user_id,
               jsonb_build_object('type', 'flag.reopened', 'id', id, 'state', 'open') from reopened`,
      values: [commentId, decisionId],
    });
  }

  private async reopenNotices(tx: Tx, commentId: string, decisionId: string): Promise<void> {
    await tx.query({
      name: 'settlement_reopen_notices',
      text: `with reopened as (
               update notices set state = 'received', decided_at = null, decision_id = null, action = null,
                 reason = null
               where comment_id = $1 and decision_id = $2 and state = 'decided' returning post_id
             )
             select ${MOVE_QUEUE_ITEM.name}($1, 'comment', post_id, 0, count(*)::integer, (10 * count(*))::real)
             from reopened group by post_id`,
      values: [commentId, decisionId],
    });
  }

  /** Notices that a restoring answered say again that the comment was removed. */
  private async removeAgain(
    tx: Tx,
    commentId: string,
    { decisionId, removalReason }: Undone,
  ): Promise<void> {
    await tx.query({
      name: 'settlement_remove_again',
      text: `update notices set state = 'decided', decided_at = now(), action = 'remove', reason = $3
             where comment_id = $1 and decision_id = $2 and action = 'restore'`,
      values: [commentId, decisionId, removalReason],
    });
  }
}
