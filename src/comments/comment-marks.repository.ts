import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';

/** More than these at the head of a thread, and nobody reads the first comment. */
export const MAX_PINNED = 3;

/** What a moderator puts on a comment beside its status. */
export interface Marks {
  pinned: boolean;
  featured: boolean;
}

/** Writing marks, under the lock of the thread. */
@Injectable()
export class CommentMarksRepository {
  /** How many comments of a post stand at its head. */
  async countPinned(tx: Tx, postId: string): Promise<number> {
    const [row] = await tx.query<{ pinned: number }>({
      name: 'marks_pinned',
      text: `select count(*)::integer as pinned from comments
             where post_id = $1 and pinned and status = 'published'`,
      values: [postId],
    });
    return row.pinned;
  }

  /** @returns the comment's new version */
  async setMarks(tx: Tx, id: string, { pinned, featured }: Marks): Promise<number> {
    const [row] = await tx.query<{ version: number }>({
      name: 'marks_set',
      text: `update comments set pinned = $2, featured = $3, version = version + 1
             where id = $1 returning version`,
      values: [id, pinned, featured],
    });
    return row.version;
  }

  /**
   * Locks or unlocks a comment with all below it: each of these counts one lock more or less, so that a
   * reply needs to look at its parent alone. It walks the branch, which nothing else does; a moderator
   * locks seldom, and readers reply always.
   * @returns the comment's new version
   */
  async setLocked(tx: Tx, id: string, locked: boolean): Promise<number> {
    const rows = await tx.query<{ id: string; version: number }>({
      name: 'marks_lock',
      text: `with recursive branch as (
               select $1::uuid as id
               union all
               select reply.id from branch cross join lateral (
                 select id from comments where parent_id = branch.id and listed
                 union all select id from comments where parent_id = branch.id and not listed) reply
             ), locks as (
               select id from comments where id in (select id from branch) order by id for no key update
             )
             update comments c set
               lock_count = greatest(0, c.lock_count + case when $2::boolean then 1 else -1 end),
               locked = case when c.id = $1 then $2::boolean else c.locked end,
               version = c.version + case when c.id = $1 then 1 else 0 end
             from locks where c.id = locks.id
             returning c.id, c.version`,
      values: [id, locked],
    });
    return rows.find((row) => row.id === id)!.version;
  }
}
