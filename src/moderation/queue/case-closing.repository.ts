import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { FlagOutcome } from '../flags/flags.repository.js';
import type { Reason } from '../../comments/shape/reasons.js';
import { MOVE_QUEUE_ITEM, SIGNAL_QUEUE } from './queue-items.sql.js';

/** The outcome that a decision gives to what waited. */
export interface Closing {
  decisionId: string;
  moderatorId: string;
  /** What the decision says of the reports that led to it. */
  outcome: FlagOutcome;
  /** For the receipts of notices: what was done, its reason, and the text for the author, if any. */
  action: string;
  reason?: Reason | null;
  statement?: string | null;
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

/** Ends what waited on an item: its place in the queue, its claim, its reports and notices. */
@Injectable()
export class CaseClosingRepository {
  /**
   * Takes an item off the queue, and tells staff.
   * @returns whether a surge or an escalation waited there
   */
  async close(tx: Tx, itemId: string, moderatorId: string): Promise<boolean> {
    const rows = await tx.query<{ waited: boolean }>({
      name: 'settlement_close',
      text: `with seen as (
               select id, kind, surge is not null or kind = 'escalated' as waited from queue_items
               where id = $1 and open for update
             ), closed as (
               update queue_items q set open = false, closed_at = now(), surge = null, escalated_by = null,
                 escalated_at = null, surge_settled_at = case when q.surge is null then q.surge_settled_at else now() end
               from seen where q.id = seen.id
             ), unclaimed as (
               delete from queue_claims where item_id = $1
             )
             select waited, ${SIGNAL_QUEUE.name}(id, kind, 'decided', $2) from seen`,
      values: [itemId, moderatorId],
    });
    return rows.some((row) => row.waited);
  }

  /** The present text has been looked at by somebody. */
  async markReviewed(tx: Tx, commentId: string): Promise<void> {
    await tx.query({
      name: 'settlement_reviewed',
      text: 'update comments set reviewed_at = now() where id = $1',
      values: [commentId],
    });
  }

  /**
   * Answers every open report, and tells those who sent them.
   * @returns how many there were
   */
  async settleFlags(
    tx: Tx,
    subject: 'comment' | 'user',
    itemId: string,
    { outcome, decisionId }: Closing,
  ): Promise<number> {
    const { table, item } = FLAG_TABLES[subject];
    const [row] = await tx.query<{ settled: number }>({
      name: `settlement_flags_${subject}`,
      text: `with settled as (
               update ${table} set state = $2, decision_id = $3, resolved_at = now()
               where ${item} = $1 and state = 'open' returning id, user_id, state
             ), told as (
               insert into signals (type, user_id, facts)
               select 'user.notified', user_id,
                 jsonb_build_object('type', 'flag.resolved', 'id', id, 'state', state) from settled
             )
             select count(*)::integer as settled from settled`,
      values: [itemId, outcome, decisionId],
    });
    return row.settled;
  }

  /**
   * Answers every open notice on a comment; a restoring also those that its removal answered.
   * @returns how many there were
   */
  async settleNotices(tx: Tx, commentId: string, closing: Closing): Promise<number> {
    const { decisionId, action, reason, statement } = closing;
    const rows = await tx.query({
      name: 'settlement_notices',
      text: `update notices set state = 'decided', decided_at = now(), decision_id = $2, action = $3,
               reason = $4, statement = $5
             where comment_id = $1
               and (state = 'received' or (state = 'decided' and action = 'remove' and $3 = 'restore'))
             returning 1`,
      values: [commentId, decisionId, action, reason ?? null, statement ?? null],
    });
    return rows.length;
  }

  async setReviewed(tx: Tx, commentId: string, reviewedAt: string | null): Promise<void> {
    await tx.query({
      name: 'settlement_reviewed_again',
      text: 'update comments set reviewed_at = $2 where id = $1',
      values: [commentId, reviewedAt],
    });
  }

  /** Opens the reports again that a decision answered, and tells those who sent them. */
  async reopenFlags(tx: Tx, commentId: string, decisionId: string): Promise<void> {
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

  async reopenNotices(tx: Tx, commentId: string, decisionId: string): Promise<void> {
    await tx.query({
      name: 'settlement_reopen_notices',
      text: `with reopened as (
               update notices set state = 'received', decided_at = null, decision_id = null, action = null,
                 reason = null, statement = null
               where comment_id = $1 and decision_id = $2 and state = 'decided' returning post_id
             )
             select ${MOVE_QUEUE_ITEM.name}($1, 'comment', post_id, 0, count(*)::integer, (10 * count(*))::real)
             from reopened group by post_id`,
      values: [commentId, decisionId],
    });
  }

  /** Notices that a restoring answered say again that the comment was removed. */
  async removeAgain(
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
