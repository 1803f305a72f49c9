import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { type SingleCommentRow, singleCommentColumns, toSingleView } from './comment-json.js';
import type { SingleCommentView } from './comments.dto.js';
import { readableBy } from './visibility.js';

const MAX_VOTES = 1_000;
const MAX_HELD = 100;

export interface OwnVote {
  commentId: string;
  value: 1 | -1;
}

/** What one reader did and left in a thread. */
@Injectable()
export class ReadingsRepository {
  constructor(private readonly database: Database) {}

  async listVotes(userId: string, postId: string): Promise<OwnVote[]> {
    return this.database.query<OwnVote>({
      name: 'readings_votes',
      text: `select comment_id as "commentId", value from votes where user_id = $1 and post_id = $2
             order by comment_id desc limit ${MAX_VOTES}`,
      values: [userId, postId],
    });
  }

  async listHeld(userId: string, postId: string): Promise<SingleCommentView[]> {
    const rows = await this.database.query<{ comment: SingleCommentRow }>({
      name: 'readings_held',
      text: `select (select row_to_json(r) from (select ${singleCommentColumns(readableBy('false', '$1'))}) r) as comment
             from comments c join users u on u.id = c.author_id join posts p on p.id = c.post_id
             where c.author_id = $1 and c.post_id = $2 and c.status = 'held'
             order by c.id limit ${MAX_HELD}`,
      values: [userId, postId],
    });
    return rows.map((row) => toSingleView(row.comment));
  }

  async findSeen(userId: string, postId: string): Promise<number> {
    const [row] = await this.database.query<{ seq: number }>({
      name: 'readings_seen',
      text: 'select last_seen_seq as seq from readings where user_id = $1 and post_id = $2',
      values: [userId, postId],
    });
    return row?.seq ?? 0;
  }

  /**
   * Never back, nor beyond the log.
   * @returns how far it is then
   */
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
