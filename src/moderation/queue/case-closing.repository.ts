import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { FlagOutcome } from '../flags/flags.repository.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import type { OpenCase } from '../access/decision-access.repository.js';
import { MOVE_QUEUE_ITEM, SIGNAL_QUEUE } from './queue-items.sql.js';

/** The outcome of open reports and notices by decision. */
export interface Closing {
  decisionId: string;
  moderatorId: string;
  /** Whether the decision agrees with the reports that led to it. */
  outcome: FlagOutcome;
  /** The outcome on the receipts of notices, with the reason. */
  action: string;
  reason?: Reason | null;
}

/** A decision that was undone. */
interface UndoneOnUser {
  decisionId: string;
  /** The open item; null if there was none, or if an older version of the service decided. */
  item: OpenCase | null;
}

export interface Undone extends UndoneOnUser {
  action: string;
  reviewedAt: string | null;
  /** The removal that is in force again. */
  removalReason: string | null;
}

const FLAG_TABLES = {
  comment: { table: 'comment_flags', item: 'comment_id', of: 'user_id' },
  user: { table: 'user_flags', item: 'target_id', of: 'user_id, field' },
} as const;

/**
 * Closes an open item: its place in the queue, its claim, its reports and notices. A decision calls
 * it inside its transaction, before the status of the comment changes, so that the item is closed
 * as decided and not as `gone`.
 */
@Injectable()
export class CaseClosingRepository {
  /**
   * For decisions on the status of a comment (approve, remove, restore). Pins, notes and locks
   * leave its reports open.
   */
  async settleComment(tx: Tx, commentId: string, closing: Closing): Promise<void> {
    await this.close(tx, commentId, closing.moderatorId);
    await this.setReviewed(tx, commentId, 'now');
    await this.settleFlags(tx, 'comment', commentId, closing);
    await this.settleNotices(tx, commentId, closing);
  }

  /** For decisions on a name or a bio: a rename agrees with the reports, a dismissal does not. */
  async settleUser(tx: Tx, userId: string, closing: Closing): Promise<void> {
    await this.close(tx, userId, closing.moderatorId);
    await this.settleFlags(tx, 'user', userId, closing);
  }

  /** Reopens the case in its state before the decision. */
  async reopenComment(tx: Tx, commentId: string, undone: Undone): Promise<void> {
    await this.setReviewed(tx, commentId, undone.reviewedAt);
    await this.reopenFlags(tx, 'comment', commentId, undone.decisionId);
    // The restore had replaced the outcome of the removal, which now applies again.
    if (undone.action === 'restore') await this.removeAgain(tx, commentId, undone);
    else await this.reopenNotices(tx, commentId, undone.decisionId);
    if (undone.item) await this.reopen(tx, 'comment', commentId, undone.item);
  }

  /** Reopens the reports of an account after the undo of a rename. */
  async reopenUser(tx: Tx, userId: string, { decisionId, item }: UndoneOnUser): Promise<void> {
    await this.reopenFlags(tx, 'user', userId, decisionId);
    if (item) await this.reopen(tx, 'user', userId, item);
  }

  /** Removes an item from the queue, and notifies staff. */
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

  /** Answers every open report, and notifies the reporters. */
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

  /** Answers every open notice on a comment; a restore also those that the removal answered. */
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

  /** Reopens the reports that a decision answered, and notifies the reporters. */
  private async reopenFlags(
    tx: Tx,
    subject: 'comment' | 'user',
    itemId: string,
    decisionId: string,
  ): Promise<void> {
    const { table, item, of } = FLAG_TABLES[subject];
    await tx.query({
      name: `settlement_reopen_flags_${subject}`,
      text: `with reopened as (
               update ${table} set state = 'open', decision_id = null, resolved_at = null
               where ${item} = $1 and decision_id = $2 and (${of}) not in (
                 select ${of} from ${table} newer where newer.${item} = $1 and newer.state = 'open')
               returning id, user_id
             )
             insert into signals (type, user_id, facts)
             select 'user.notified', user_id,
               jsonb_build_object('type', 'flag.reopened', 'id', id, 'state', 'open') from reopened`,
      values: [itemId, decisionId],
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

  /**
   * The data of the item besides reports and notices: when it was queued, its surge, its
   * escalation.
   */
  private async reopen(
    tx: Tx,
    subject: 'comment' | 'user',
    id: string,
    item: OpenCase,
  ): Promise<void> {
    await tx.query({
      name: 'settlement_reopen',
      text: `with before as (
               select open from queue_items where id = $1
             ), reopened as (
               insert into queue_items as q (id, subject, kind, post_id, since, surge, surge_settled_at,
                 escalated_by, escalated_at)
               select $1, $2, case when escalated_at is null then 'reported' else 'escalated' end,
                 (select post_id from comments where comments.id = $1), was.*
               from jsonb_to_record($3) as was (since timestamptz, surge jsonb, surge_settled_at timestamptz,
                 escalated_by uuid, escalated_at timestamptz)
               where coalesce(escalated_at::text, surge::text) is not null or (select open from before)
               on conflict (id) do update set open = true, closed_at = null, since = excluded.since,
                 kind = case when excluded.escalated_at is not null or not q.open then excluded.kind else q.kind end,
                 surge = coalesce(excluded.surge, q.surge),
                 surge_settled_at = excluded.surge_settled_at,
                 escalated_by = coalesce(excluded.escalated_by, q.escalated_by),
                 escalated_at = coalesce(excluded.escalated_at, q.escalated_at)
               returning kind
             )
             select ${SIGNAL_QUEUE.name}($1, kind, case when (select open from before) then 'changed' else 'new' end)
             from reopened`,
      values: [id, subject, JSON.stringify(item)],
    });
  }

  /** Notices that a restore answered get the outcome of the removal again. */
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
