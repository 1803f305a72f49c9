import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database/database.js';
import type { Ties } from './conflict-of-interest.js';

/** What must be known of a moderator and a comment before the one decides on the other. */
@Injectable()
export class DecidingRepository {
  /** Null where there is no such comment. */
  async findTies(
    from: Queryable,
    moderatorId: string,
    commentId: string,
  ): Promise<(Ties & { escalated: boolean }) | null> {
    const [ties] = await from.query<Ties & { escalated: boolean }>({
      name: 'deciding_ties',
      text: `select c.author_id = $1 as wrote,
               exists (select 1 from comments own
                 where own.author_id = $1 and own.post_id = c.post_id and own.parent_id = c.id) as answered,
               exists (select 1 from comment_flags
                 where comment_id = c.id and user_id = $1 and state <> 'gone') as flagged,
               q.escalated as escalated,
               exists (select 1 from users u where u.role <> 'member' and u.id <> $1
                 and (u.role = 'admin' or not q.escalated)
                 and (u.standing in ('active', 'premoderated')
                   or (u.standing = 'suspended' and u.standing_until <= now()))) as "othersMayDecide"
             from comments c cross join lateral (
               select exists (select 1 from queue_items
                 where id = c.id and open and kind = 'escalated') as escalated) q
             where c.id = $2`,
      values: [moderatorId, commentId],
    });
    return ties ?? null;
  }
}
