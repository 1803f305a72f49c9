import { Injectable } from '@nestjs/common';
import { postIsThere } from '../../comments/shape/visibility.js';
import type { Queryable } from '../../database/database.js';
import { isAbleNow } from '../../users/viewer/standing.sql.js';
import type { Tie } from '../terms/decision-actions.js';

/** The data of an open queue item that a decision closes. An undo restores it. */
export type OpenCase = Record<string, unknown>;

/** Whether the moderator has an interest in the case. */
export interface Interest {
  ties: Tie[];
  /**
   * Whether somebody else could decide: another active moderator, or an administrator if the case
   * needs one.
   */
  othersMayDecide: boolean;
  /** Whether the case is escalated, or was decided as an escalated one. */
  escalated: boolean;
}

/** A case: the open items of a subject, and the moderator's ties to it. */
export interface Case extends Interest {
  /** Null if nothing is open. */
  item: OpenCase | null;
}

export interface CommentCase extends Case {
  /** Whether there are reports, notices, a surge or an escalation. */
  waits: boolean;
  openFlags: number;
  openNotices: number;
  /** When a moderator last decided on the current text. */
  reviewedAt: Date | null;
}

const ITEM = `json_build_object('since', since, 'surge', surge, 'surge_settled_at', surge_settled_at,
  'escalated_by', escalated_by, 'escalated_at', escalated_at)`;

const othersMayDecide = (mustBeAdmin: string) => `exists (select from users u
  where u.role <> 'member' and u.id <> $1 and (u.role = 'admin' or not ${mustBeAdmin})
    and ${isAbleNow('u')}) as "othersMayDecide"`;

/** Reads the case before a moderator decides on it. */
@Injectable()
export class DecisionAccessRepository {
  /** Null when the comment does not exist, or its post has ended. */
  async findOnComment(
    from: Queryable,
    moderatorId: string,
    commentId: string,
  ): Promise<CommentCase | null> {
    return from.first<CommentCase>({
      name: 'deciding_ties',
      text: `select array_remove(array[
                 case when c.author_id = $1 then 'wrote' end,
                 case when exists (select 1 from comments own
                   where own.author_id = $1 and own.post_id = c.post_id and own.parent_id = c.id) then 'answered' end,
                 case when exists (select 1 from comment_flags
                   where comment_id = c.id and user_id = $1 and state <> 'gone') then 'flagged' end], null) as ties,
               q.escalated, q.waits, q.flags as "openFlags", q.notices as "openNotices", q.item,
               c.reviewed_at as "reviewedAt", ${othersMayDecide('q.escalated')}
             from comments c cross join lateral (
               select coalesce(bool_or(kind = 'escalated'), false)
                   or (c.status = 'removed' and coalesce((select (details.before->>'escalated')::boolean
                     from decisions d join decision_details details on details.decision_id = d.id
                     where d.comment_id = c.id and d.action = 'remove' order by d.id desc limit 1), false))
                 as escalated,
                 coalesce(bool_or(kind = 'escalated' or surge is not null or flag_count + notice_count > 0), false) as waits,
                 coalesce(max(flag_count), 0) as flags, coalesce(max(notice_count), 0) as notices,
                 json_agg(${ITEM})->0 as item
               from queue_items where id = c.id and open) q
             where c.id = $2 and ${postIsThere('c')}`,
      values: [moderatorId, commentId],
    });
  }

  /**
   * A report of an account is a tie while it is open, and for the decision that answered it.
   * @param undone the decision that is undone
   */
  async findOnUser(
    from: Queryable,
    moderatorId: string,
    userId: string,
    undone: string | null,
  ): Promise<Case> {
    const [found] = await from.query<Case>({
      name: 'deciding_ties_user',
      text: `select array_remove(array[
                 case when target.id = $1 then 'wrote' end,
                 case when exists (select 1 from user_flags
                   where target_id = target.id and user_id = $1
                     and (state = 'open' or decision_id = $3)) then 'flagged' end], null) as ties,
               q.escalated, q.item,
               ${othersMayDecide(`(q.escalated or target.role <> 'member')`)}
             from users target cross join lateral (
               select coalesce(bool_or(kind = 'escalated'), false)
                   or coalesce((select (before->>'escalated')::boolean from decision_details
                     where decision_id = $3), false)
                   or (target.standing <> 'active' and coalesce((select (details.before->>'escalated')::boolean
                     from decisions d join decision_details details on details.decision_id = d.id
                     where d.user_id = target.id and d.action in ('premoderate', 'suspend', 'ban')
                       and not exists (select from decisions later where later.undoes = d.id)
                     order by d.id desc limit 1), false)) as escalated,
                 json_agg(${ITEM})->0 as item
               from queue_items where id = target.id and open) q
             where target.id = $2`,
      values: [moderatorId, userId, undone],
    });
    return found;
  }

  /** A post as the sum of its open cases: a tie to one of them is a tie to all. */
  async findOnPost(from: Queryable, moderatorId: string, postId: string): Promise<Interest> {
    const waits = (comment: string) =>
      `exists (select from queue_items q where q.id = ${comment} and q.open)`;
    const [found] = await from.query<Interest>({
      name: 'deciding_ties_post',
      text: `select array_remove(array[
                 case when exists (select from comments own where own.author_id = $1 and own.post_id = $2
                   and ${waits('own.id')}) then 'wrote' end,
                 case when exists (select from comments own where own.author_id = $1 and own.post_id = $2
                   and ${waits('own.parent_id')}) then 'answered' end,
                 case when exists (select from comment_flags f where f.user_id = $1 and f.post_id = $2
                   and f.state = 'open' and ${waits('f.comment_id')}) then 'flagged' end], null) as ties,
               q.escalated, ${othersMayDecide('q.escalated')}
             from (select exists (select from queue_items
               where post_id = $2 and kind = 'escalated' and open) as escalated) q`,
      values: [moderatorId, postId],
    });
    return found;
  }
}
