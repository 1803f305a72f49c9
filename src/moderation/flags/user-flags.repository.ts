import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { Database, type Tx } from '../../database/database.js';
import { isAbleNow } from '../../users/standing.sql.js';
import type { Ties } from '../terms/conflict-of-interest.js';
import type { FlaggedField, MyFlagView, UserFlagView } from './user-flags.dto.js';
import type { Reason } from '../../comments/shape/reasons.js';

export interface NewUserFlag {
  id: string;
  targetId: string;
  userId: string;
  field: FlaggedField;
  reason: Reason;
  detail: string | null;
  /** What the field says now. */
  text: string;
  score: number;
  cluster: Buffer;
}

/** Reports of names and bios, and everybody's own reports of whatever kind. */
@Injectable()
export class UserFlagsRepository {
  constructor(private readonly database: Database) {}

  /** @returns null when the user has an open report of the field already */
  async insert(tx: Tx, flag: NewUserFlag): Promise<Omit<UserFlagView, 'username'> | null> {
    const { id, targetId, userId, field, reason, detail, text, score, cluster } = flag;
    const [view] = await tx.query<Omit<UserFlagView, 'username'>>({
      name: 'user_flags_insert',
      text: `insert into user_flags (id, target_id, user_id, field, reason, detail, text, score, cluster)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (target_id, user_id, field) where state = 'open' do nothing
             returning id, field, reason, detail, state, ${instantSql('created_at')} as "createdAt"`,
      values: [id, targetId, userId, field, reason, detail, text, score, cluster],
    });
    return view ?? null;
  }

  async findTies(tx: Tx, moderatorId: string, targetId: string): Promise<Ties> {
    const [ties] = await tx.query<Ties>({
      name: 'user_flags_ties',
      text: `select $2::uuid = $1::uuid as wrote, false as answered,
               exists (select 1 from user_flags
                 where target_id = $2 and user_id = $1 and state = 'open') as flagged,
               exists (select 1 from users u where u.role <> 'member' and u.id not in ($1, $2)
                 and ${isAbleNow('u')}) as "othersMayDecide"`,
      values: [moderatorId, targetId],
    });
    return ties;
  }

  /** The newest first; `beforeId` is the last one of the page before. */
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
