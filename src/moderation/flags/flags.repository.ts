import { Injectable } from '@nestjs/common';
import { LINE_BYTES, SITE_BYTES } from './address-clusters.js';
import { standingNow } from '../../users/viewer/standing.sql.js';
import { instantSql } from '../../database/json-text.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import type { Flagger } from './flag-scoring.js';
import type { FlagView, MyFlagView, UserFlagView } from './flags.dto.js';

/** A new report of a comment or an account. */
export interface NewReport extends Pick<FlagView, 'id' | 'reason' | 'detail'> {
  userId: string;
  score: number;
  /** A keyed hash of the network of the reporter. */
  cluster: Buffer;
}

interface NewFlag extends NewReport {
  commentId: string;
  /** The version of the comment that is reported. */
  version: number;
  postId: string;
}

interface NewUserFlag extends NewReport, Pick<UserFlagView, 'field'> {
  targetId: string;
  /** The present text of the field. */
  text: string;
}

/** Whether a decision agrees with the reports that led to it. */
export type FlagOutcome = 'agreed' | 'disagreed';

/** The weights of the open reports of a comment. */
export interface Pressure {
  /** The weightiest report of each network. */
  weights: number[];
  /** Whether a moderator has decided on this text, or has written it. */
  exempt: boolean;
}

/** Stores the reported text, because the author may edit the comment. */
export function keepTextSql(commentId: string): string {
  return `insert into flagged_texts (comment_id, version, body)
    select id, version, body from comments where id = ${commentId} on conflict (comment_id, version) do nothing`;
}

/** The most votes of all networks of one site (a /48). Later networks share the last one. */
const VOICES_A_SITE = 2;

/** The number of latest decided reports that count in a record. */
const RECORD = 200;

/** Reports of comments, names and bios. */
@Injectable()
export class FlagsRepository {
  constructor(private readonly database: Database) {}

  /** @returns null when the user already has an open report of the comment */
  async insertOnComment(tx: Tx, flag: NewFlag): Promise<FlagView | null> {
    const { id, commentId, version, postId, userId, reason, detail, score, cluster } = flag;
    return tx.first<FlagView>({
      name: 'flags_insert',
      text: `with kept as (${keepTextSql('$2')})
             insert into comment_flags (id, comment_id, comment_version, post_id, user_id, reason, detail,
               score, cluster, voice)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce((
               select voice from comment_flags
               where comment_id = $2 and substring(cluster for ${LINE_BYTES}) = substring($9::bytea for ${LINE_BYTES})
               order by id limit 1
             ), (
               select distinct voice from comment_flags
               where comment_id = $2 and substring(cluster for ${SITE_BYTES}) = substring($9::bytea for ${SITE_BYTES})
                 and voice is not null
               order by voice offset ${VOICES_A_SITE - 1} limit 1
             ), $1))
             on conflict (comment_id, user_id) where state = 'open' do nothing
             returning id, comment_id as "commentId", reason, detail, state,
               ${instantSql('created_at')} as "createdAt"`,
      values: [id, commentId, version, postId, userId, reason, detail, score, cluster],
    });
  }

  /** @returns null when the user already has an open report of the field */
  async insertOnUser(tx: Tx, flag: NewUserFlag): Promise<Omit<UserFlagView, 'username'> | null> {
    const { id, targetId, userId, field, reason, detail, text, score, cluster } = flag;
    return tx.first<Omit<UserFlagView, 'username'>>({
      name: 'user_flags_insert',
      text: `insert into user_flags (id, target_id, user_id, field, reason, detail, text, score, cluster)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (target_id, user_id, field) where state = 'open' do nothing
             returning id, field, reason, detail, state, ${instantSql('created_at')} as "createdAt"`,
      values: [id, targetId, userId, field, reason, detail, text, score, cluster],
    });
  }

  async hasOpen(from: Queryable, commentId: string, userId: string): Promise<boolean> {
    return from.has({
      name: 'flags_open',
      text: `select 1 from comment_flags where comment_id = $1 and user_id = $2 and state = 'open'`,
      values: [commentId, userId],
    });
  }

  /** A reporter, with the record of their reports of comments. */
  async getFlagger(tx: Tx, userId: string): Promise<Flagger> {
    const [flagger] = await tx.query<Flagger>({
      name: 'flags_flagger',
      text: `select u.role, ${standingNow('u')} as standing, extract(epoch from u.created_at)::float8 * 1000 as since,
               record.agreed, record.disagreed
             from users u cross join lateral (
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
  /** Newest first; `beforeId` is the last report of the previous page. */
  async listOf(userId: string, limit: number, beforeId: string): Promise<MyFlagView[]> {
    const shared = `f.id, f.reason, f.detail, f.state, ${instantSql('f.created_at')} as "createdAt",
      ${instantSql('f.resolved_at')} as "resolvedAt"`;
    const place = `f.user_id = $1 and f.id < $3
      order by f.id desc limit $2`;
    return this.database.query<MyFlagView>({
      name: 'user_flags_of',
      text: `select * from (
               (select ${shared}, 'comment' as subject, f.comment_id as "commentId", null as username,
                  null as field from comment_flags f where ${place})
               union all
               (select ${shared}, 'user', null, u.username, f.field
                from user_flags f join users u on u.id = f.target_id where ${place})
             ) own order by id desc limit $2`,
      values: [userId, limit, beforeId],
    });
  }
}
