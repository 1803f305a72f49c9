import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import type { Queryable, Tx } from '../../database/database.js';
import type { Flagger } from './flag-scoring.js';
import type { FlagView } from './flags.dto.js';
import type { Reason } from '../../comments/shape/reasons.js';

export interface NewFlag {
  id: string;
  commentId: string;
  /** Of the comment as it is reported. */
  version: number;
  postId: string;
  userId: string;
  reason: Reason;
  detail: string | null;
  score: number;
  /** A keyed hash of the network that it comes from. */
  cluster: Buffer;
}

/** What a decision says of the reports that led to it. */
export type FlagOutcome = 'agreed' | 'disagreed';

/** What open reports of a comment weigh together. */
export interface Pressure {
  /** Of each network its weightiest report. */
  weights: number[];
  /** A moderator has decided on this text, or its author is one. */
  exempt: boolean;
}

/** A record is of so many of the latest decided reports. */
const RECORD = 200;

@Injectable()
export class FlagsRepository {
  /** @returns null when the user has an open flag on the comment already */
  async insert(tx: Tx, flag: NewFlag): Promise<FlagView | null> {
    const [view] = await tx.query<FlagView>({
      name: 'flags_insert',
      text: `with kept as (
               insert into flagged_texts (comment_id, version, body)
               select id, version, body from comments where id = $2
               on conflict (comment_id, version) do nothing
             )
             insert into comment_flags (id, comment_id, comment_version, post_id, user_id, reason, detail,
               score, cluster, voice)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce((
               select voice from comment_flags where comment_id = $2 and cluster = $9 order by id limit 1), $1))
             on conflict (comment_id, user_id) where state = 'open' do nothing
             returning id, comment_id as "commentId", reason, detail, state,
               ${instantSql('created_at')} as "createdAt"`,
      values: [
        flag.id,
        flag.commentId,
        flag.version,
        flag.postId,
        flag.userId,
        flag.reason,
        flag.detail,
        flag.score,
        flag.cluster,
      ],
    });
    return view ?? null;
  }

  async hasOpen(from: Queryable, commentId: string, userId: string): Promise<boolean> {
    const rows = await from.query({
      name: 'flags_open',
      text: `select 1 from comment_flags where comment_id = $1 and user_id = $2 and state = 'open'`,
      values: [commentId, userId],
    });
    return rows.length > 0;
  }

  /** A reporter, with the record of their reports of comments. */
  async getFlagger(tx: Tx, userId: string): Promise<Flagger> {
    const [flagger] = await tx.query<Flagger>({
      name: 'flags_flagger',
      text: `select u.role, record.agreed, record.disagreed from users u cross join lateral (
               select count(*) filter (where state = 'agreed')::integer as agreed,
                 count(*) filter (where state = 'disagreed')::integer as disagreed
               from (select state from comment_flags
                 where user_id = u.id and state in ('agreed', 'disagreed')
                 order by id desc limit ${RECORD}) latest) record
             where u.id = $1`,
      values: [userId],
    });
    return flagger;
  }

  async getPressure(tx: Tx, commentId: string): Promise<Pressure> {
    const [pressure] = await tx.query<Pressure>({
      name: 'flags_pressure',
      text: `select coalesce((select array_agg(weight) from (
                 select max(score)::float8 as weight from comment_flags
                 where comment_id = c.id and state = 'open'
                 group by coalesce(voice, id)) networks), '{}') as weights,
               c.reviewed_at is not null or author.role <> 'member' as exempt
             from comments c join users author on author.id = c.author_id
             where c.id = $1`,
      values: [commentId],
    });
    return pressure;
  }
}
