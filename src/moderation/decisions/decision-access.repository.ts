import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import { isAbleNow } from '../../users/standing.sql.js';
import type { Ties } from '../terms/conflict-of-interest.js';

/** What a decision on a comment would answer. */
export interface Waiting {
  escalated: boolean;
  /** Whether there are reports, notices, a surge or an escalation. */
  waits: boolean;
  openFlags: number;
  openNotices: number;
  /** When a moderator last decided on the present text. */
  reviewedAt: Date | null;
}

/** What must be known of a moderator and a comment before the one decides on the other. */
@Injectable()
export class DecisionAccessRepository {
  /** Null where there is no such comment. */
  async findTies(
    from: Queryable,
    moderatorId: string,
    commentId: string,
  ): Promise<(Ties & Waiting) | null> {
    const [ties] = await from.query<Ties & Waiting>({
      name: 'deciding_ties',
      text: `select c.author_id = $1 as wrote,
               exists (select 1 from comments own
                 where own.author_id = $1 and own.post_id = c.post_id and own.parent_id = c.id) as answered,
               exists (select 1 from comment_flags
                 where comment_id = c.id and user_id = $1 and state <> 'gone') as flagged,
               q.escalated, q.waits, q.flags as "openFlags", q.notices as "openNotices",
               c.reviewed_at as "reviewedAt",
               exists (select 1 from users u where u.role <> 'member' and u.id <> $1
                 and (u.role = 'admin' or not q.escalated)
                 and ${isAbleNow('u')}) as "othersMayDecide"
             from comments c cross join lateral (
               select coalesce(bool_or(kind = 'escalated'), false) as escalated,
                 coalesce(bool_or(kind = 'escalated' or surge is not null or flag_count + notice_count > 0), false) as waits,
                 coalesce(max(flag_count), 0) as flags, coalesce(max(notice_count), 0) as notices
               from queue_items where id = c.id and open) q
             where c.id = $2`,
      values: [moderatorId, commentId],
    });
    return ties ?? null;
  }
}
