import { Injectable } from '@nestjs/common';
import { postIsThere } from '../../comments/shape/visibility.js';
import type { Queryable, Tx } from '../../database/database.js';
import { isAbleNow } from '../../users/standing.sql.js';
import type { Tie } from '../terms/decision-actions.js';

/** Whether a decision would be one in the moderator's own case. */
export interface Interest {
  ties: Tie[];
  /** Whether somebody else could decide: another active moderator, or administrator where it takes one. */
  othersMayDecide: boolean;
}

/** A comment as a case: the things that wait there, and the moderator's ties to it. */
export interface Case extends Interest {
  /** Whether it waits for an administrator, or an administrator removed it as such a case. */
  escalated: boolean;
  /** Whether there are reports, notices, a surge or an escalation. */
  waits: boolean;
  openFlags: number;
  openNotices: number;
  /** When a moderator last decided on the present text. */
  reviewedAt: Date | null;
}

/** Reads the case before a moderator decides on it. */
@Injectable()
export class DecisionAccessRepository {
  /** Null where there is no such comment, or its post has ended. */
  async findCase(from: Queryable, moderatorId: string, commentId: string): Promise<Case | null> {
    const [found] = await from.query<Case>({
      name: 'deciding_ties',
      text: `select array_remove(array[
                 case when c.author_id = $1 then 'wrote' end,
                 case when exists (select 1 from comments own
                   where own.author_id = $1 and own.post_id = c.post_id and own.parent_id = c.id) then 'answered' end,
                 case when exists (select 1 from comment_flags
                   where comment_id = c.id and user_id = $1 and state <> 'gone') then 'flagged' end], null) as ties,
               q.escalated, q.waits, q.flags as "openFlags", q.notices as "openNotices",
               c.reviewed_at as "reviewedAt",
               exists (select 1 from users u where u.role <> 'member' and u.id <> $1
                 and (u.role = 'admin' or not q.escalated)
                 and ${isAbleNow('u')}) as "othersMayDecide"
             from comments c cross join lateral (
               select coalesce(bool_or(kind = 'escalated'), false)
                   or (c.status = 'removed' and coalesce((select (details.before->>'escalated')::boolean
                     from decisions d join decision_details details on details.decision_id = d.id
                     where d.comment_id = c.id and d.action = 'remove' order by d.id desc limit 1), false))
                 as escalated,
                 coalesce(bool_or(kind = 'escalated' or surge is not null or flag_count + notice_count > 0), false) as waits,
                 coalesce(max(flag_count), 0) as flags, coalesce(max(notice_count), 0) as notices
               from queue_items where id = c.id and open) q
             where c.id = $2 and ${postIsThere('c')}`,
      values: [moderatorId, commentId],
    });
    return found ?? null;
  }

  async findInterest(tx: Tx, moderatorId: string, userId: string): Promise<Interest> {
    const [interest] = await tx.query<Interest>({
      name: 'user_flags_ties',
      text: `select array_remove(array[
                 case when $2::uuid = $1::uuid then 'wrote' end,
                 case when exists (select 1 from user_flags
                   where target_id = $2 and user_id = $1 and state = 'open') then 'flagged' end], null) as ties,
               exists (select 1 from users u where u.role <> 'member' and u.id not in ($1, $2)
                 and ${isAbleNow('u')}) as "othersMayDecide"`,
      values: [moderatorId, userId],
    });
    return interest;
  }
}
