import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { singleCommentText, textBytesSql } from '../shape/comment-json.sql.js';
import type { SingleCommentView } from '../shape/comments.dto.js';
import type {
  OwnCreditView,
  OwnRemovedView,
  OwnVoteView,
  SubscriptionLevel,
} from './read-state.dto.js';
import { DEFAULT_LEVEL } from './subscriptions.repository.js';
import { nextTurnSql } from '../shape/slow-mode.sql.js';
import { readableBy } from '../shape/visibility.js';

const MAX_VOTES = 1_000;
const MAX_OWN = 100;
const MAX_OWN_BYTES = 524_288;

/**
 * Why moderation removed `c`, for its author $1: the statement of reasons, or until that is visible
 * the canned text of the site for the reason, in the language of the post `p`.
 */
const EXPLANATION = `coalesce(
    (select case when s.visible_at <= now() then s.text end
      from decisions d join statements s on s.decision_id = d.id
      where d.comment_id = c.id and d.action = 'remove' and s.user_id = $1 order by d.id desc limit 1),
    (select text from canned_reasons
      where reason = coalesce(c.removal_reason, 'other')
        and language in (split_part(lower(p.language), '-', 1), 'en')
      order by language = 'en' limit 1), '')`;

/** The state of a viewer in a thread: votes, hidden comments, credits, the read position. */
@Injectable()
export class ReadStateRepository {
  constructor(private readonly database: Database) {}

  async listVotes(userId: string, postId: string): Promise<OwnVoteView[]> {
    return this.database.query({
      name: 'readings_votes',
      text: `select comment_id as "commentId", value from votes where user_id = $1 and post_id = $2
             order by comment_id desc limit ${MAX_VOTES}`,
      values: [userId, postId],
    });
  }

  async listHeld(userId: string, postId: string): Promise<SingleCommentView[]> {
    const rows = await this.listHidden(userId, postId, 'held');
    return rows.map(({ comment }) => comment);
  }

  async listRemoved(userId: string, postId: string): Promise<OwnRemovedView[]> {
    const rows = await this.listHidden(userId, postId, 'removed');
    return rows.map(({ comment, explanation }) => ({ ...comment, explanation }));
  }

  /**
   * The viewer's comments that others do not see, newest first, limited by the size of their texts.
   */
  private listHidden(
    userId: string,
    postId: string,
    status: 'held' | 'removed',
  ): Promise<{ comment: SingleCommentView; explanation: string }[]> {
    return this.database.query({
      name: `readings_${status}`,
      text: `select (${singleCommentText(readableBy('false', '$1'))})::json as comment,
               ${status === 'removed' ? EXPLANATION : 'null'} as explanation
             from (
               select c.*, sum(${textBytesSql('c')}) over (order by c.id desc rows unbounded preceding) as bytes
               from comments c where c.author_id = $1 and c.post_id = $2 and c.status = $3
               order by c.id desc limit ${MAX_OWN}
             ) c join users u on u.id = c.author_id join posts p on p.id = c.post_id
             where c.bytes <= ${MAX_OWN_BYTES}
             order by c.id desc`,
      values: [userId, postId, status],
    });
  }

  /** When an account may comment here again in slow mode; null when it may now. */
  async findPace(userId: string, postId: string, seconds: number): Promise<string | null> {
    const [row] = await this.database.query<{ until: string | null }>({
      name: 'readings_pace',
      text: `select case when until > now() then ${instantSql('until')} end as until
             from (${nextTurnSql('$1', '$2', '$3')}) last (until)`,
      values: [userId, postId, seconds],
    });
    return row?.until ?? null;
  }

  async listCredits(userId: string, postId: string): Promise<OwnCreditView[]> {
    return this.database.query({
      name: 'readings_credits',
      text: `select k.comment_id as "commentId", k.update_id as "updateId", ${instantSql('n.created_at')} as at
             from post_update_credits k join post_updates n on n.id = k.update_id
             where k.user_id = $1 and k.post_id = $2 order by k.update_id desc limit ${MAX_OWN}`,
      values: [userId, postId],
    });
  }

  /** The read position and the notification level of the viewer. */
  async findChoices(
    userId: string,
    postId: string,
  ): Promise<{ lastSeenSeq: number; subscription: SubscriptionLevel }> {
    const [{ lastSeenSeq, subscription }] = await this.database.query<{
      lastSeenSeq: number | null;
      subscription: SubscriptionLevel | null;
    }>({
      name: 'readings_choices',
      text: `select
               (select last_seen_seq from readings where user_id = $1 and post_id = $2) as "lastSeenSeq",
               (select level from subscriptions where user_id = $1 and post_id = $2) as subscription`,
      values: [userId, postId],
    });
    return { lastSeenSeq: lastSeenSeq ?? 0, subscription: subscription ?? DEFAULT_LEVEL };
  }

  /** Moves the read position forward, never back and never beyond the log. @returns its seq */
  async setSeen(tx: Tx, userId: string, postId: string, seq: number): Promise<number> {
    const [row] = await tx.query<{ seq: number }>({
      name: 'readings_set',
      text: `insert into readings (user_id, post_id, last_seen_seq)
             select $1, h.post_id, least($3, h.seq) from post_heads h where h.post_id = $2
             on conflict (user_id, post_id) do update
               set last_seen_seq = greatest(readings.last_seen_seq, excluded.last_seen_seq), updated_at = now()
             returning last_seen_seq as seq`,
      values: [userId, postId, seq],
    });
    return row.seq;
  }
}
