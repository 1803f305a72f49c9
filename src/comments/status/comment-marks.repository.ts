import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { MAX_PINNED } from '../shape/comment.entity.js';
import { CARRY_LOCKS } from './branch-locks.sql.js';

/** The replies of one transaction, which holds the lock of the post's head. */
const A_PIECE = 500;

/** The pins and locks of a thread, under its lock. */
@Injectable()
export class CommentMarksRepository {
  constructor(private readonly database: Database) {}

  /** Whether one more comment can be pinned in the post. */
  async mayPin(tx: Tx, postId: string): Promise<boolean> {
    const [row] = await tx.query<{ pinned: number }>({
      name: 'marks_pinned',
      text: `select count(*)::integer as pinned from comments
             where post_id = $1 and pinned and status = 'published'`,
      values: [postId],
    });
    return row.pinned < MAX_PINNED;
  }

  /**
   * Unpins comments of a merged post that exceed the limit of the target post.
   * @returns the ids of the unpinned comments
   */
  async unpinExcess(tx: Tx, postId: string, endedId: string): Promise<string[]> {
    return tx.column<string>({
      name: 'marks_unpin_excess',
      text: `update comments set pinned = false where id in (
               select c.id from comments c left join ended_comments e on e.post_id = $2 and e.comment_id = c.id
               where c.post_id = $1 and c.pinned and c.status = 'published'
               order by e.comment_id is not null, c.id offset ${MAX_PINNED})
             returning id`,
      values: [postId, endedId],
    });
  }

  /** Pins comments that were moved back, up to the limit. */
  async pinAgain(tx: Tx, postId: string, ids: readonly string[]): Promise<void> {
    await tx.query({
      name: 'marks_pin_again',
      text: `update comments set pinned = true where id in (
               select id from comments
               where id = any($2) and post_id = $1 and parent_id is null and status = 'published' and not pinned
               order by id limit greatest(0, ${MAX_PINNED} - (select count(*) from comments
                 where post_id = $1 and pinned and status = 'published')))`,
      values: [postId, ids],
    });
  }

  /**
   * Locks or unlocks a comment with all replies below it. Each of these counts its locked
   * ancestors, so that a new reply needs to check only its parent. The transaction of the decision
   * handles one piece, `PiecewiseJob` the rest.
   */
  async setLocked(tx: Tx, id: string, postId: string, locked: boolean): Promise<void> {
    await tx.query({
      name: 'marks_lock',
      text: `with moved as (
               insert into branch_moves (comment_id, post_id) values ($1, $2)
               on conflict (comment_id) do update set after = null
             )
             update comments set locked = $3, version = version + 1,
               lock_count = greatest(0, lock_count + case when $3::boolean then 1 else -1 end)
             where id = $1`,
      values: [id, postId, locked],
    });
    await this.carryLocks(tx, postId);
  }

  /** Propagates the locks of a post downwards by one piece. @returns whether there is more */
  async carryLocks(tx: Tx, postId: string): Promise<boolean> {
    await tx.query({
      name: 'marks_carry',
      text: `select ${CARRY_LOCKS.name}($1, $2)`,
      values: [postId, A_PIECE],
    });
    return tx.has({
      name: 'marks_moving',
      text: 'select 1 from branch_moves where post_id = $1 limit 1',
      values: [postId],
    });
  }

  /** The posts in which locks are being propagated. */
  async listMoving(): Promise<string[]> {
    return this.database.column<string>({
      name: 'marks_posts_moving',
      text: 'select distinct post_id as "postId" from branch_moves',
    });
  }
}
