import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { controversySql, wilsonLowerBoundSql } from './scoring.js';
import { PUBLICLY_READABLE } from '../shape/visibility.js';

/** A comment whose votes have changed since its sort keys were computed. */
export interface Move {
  commentId: string;
  postId: string;
  /** Whether the scores of its post are shown. */
  shown: boolean;
}

/** The public scores of a comment. */
export interface ScoreItem {
  id: string;
  score: number;
  upvotes: number;
  downvotes: number;
}

/** About the number of comments on one or two pages of the top level. */
const REVEALED_COMMENTS = 100;

@Injectable()
export class ScoresRepository {
  constructor(private readonly database: Database) {}

  /** Whether no votes are pending, and no scores are due to be revealed. */
  async isIdle(): Promise<boolean> {
    const [row] = await this.database.query<{ idle: boolean }>({
      name: 'scores_idle',
      text: `select not exists (select 1 from score_moves)
               and not exists (select 1 from posts where scores_hidden_until <= now()) as idle`,
    });
    return row.idle;
  }

  /** Sorted by post, so that the comments of one post are adjacent. */
  async listMoves(limit: number): Promise<Move[]> {
    return this.database.query<Move>({
      name: 'scores_moves',
      text: `select m.comment_id as "commentId", m.post_id as "postId",
               p.scores_hidden_until is null as shown
             from score_moves m join posts p on p.id = m.post_id
             order by m.post_id, m.comment_id limit $1`,
      values: [limit],
    });
  }

  /**
   * Computes the sort keys of comments, writes those that have changed, and deletes the moves. A
   * comment that another transaction has locked is left for the next round.
   * @returns the ids of the processed comments
   */
  async settle(tx: Tx, commentIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>({
      name: 'scores_settle',
      text: `with held as materialized (
               select id, parent_id, upvotes::float8 as up, downvotes::float8 as down from comments
               where id = any($1::uuid[]) order by id for no key update skip locked
             ), keys as (
               select id, (${wilsonLowerBoundSql('up', 'down')})::real as best,
                 (${controversySql('up', 'down')})::real as controversial
               from held where parent_id is null
             ), written as (
               update comments c set best = keys.best, controversial = keys.controversial
               from keys where c.id = keys.id
                 and (c.best, c.controversial) is distinct from (keys.best, keys.controversial)
             ), settled as (
               delete from score_moves m where m.comment_id = any($1::uuid[])
                 and (exists (select 1 from held where held.id = m.comment_id)
                   or not exists (select 1 from comments c where c.id = m.comment_id))
             )
             select id from held`,
      values: [commentIds],
    });
    return rows.map((row) => row.id);
  }

  /** The posts whose scores become visible now. */
  async listDue(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>({
      name: 'scores_due',
      text: `select id from posts where scores_hidden_until <= now()
             order by scores_hidden_until limit $1`,
      values: [limit],
    });
    return rows.map((row) => row.id);
  }

  /**
   * Shows the scores of posts. The best comments with votes count as moved, to send their scores.
   */
  async reveal(tx: Tx, postIds: readonly string[]): Promise<void> {
    await tx.query({
      name: 'scores_reveal',
      text: `with revealed as (
               update posts set scores_hidden_until = null
               where id = any($1::uuid[]) and scores_hidden_until <= now() returning id
             )
             insert into score_moves (comment_id, post_id)
             select first.id, revealed.id from revealed cross join lateral (
               select c.id, c.upvotes + c.downvotes as votes from comments c
               where c.post_id = revealed.id and c.parent_id is null and c.listed
               order by c.best desc, c.id desc limit ${REVEALED_COMMENTS}
               for no key update skip locked
             ) first where first.votes > 0
             on conflict (comment_id) do nothing`,
      values: [postIds],
    });
  }

  /** The current scores of those comments whose scores are shown, in no order. */
  async listShown(commentIds: readonly string[]): Promise<ScoreItem[]> {
    return this.database.query<ScoreItem>({
      name: 'scores_shown',
      text: `select c.id, c.upvotes - c.downvotes as score, c.upvotes, c.downvotes
             from comments c join posts p on p.id = c.post_id
             where c.id = any($1::uuid[]) and ${PUBLICLY_READABLE} and p.scores_hidden_until is null`,
      values: [commentIds],
    });
  }
}
