import { Injectable } from '@nestjs/common';
import { NIL } from '../../database/ids.js';
import { Database, type Tx } from '../../database/database.js';
import { daysKept } from '../../events/kept-days.js';
import { queryWithLongTimeout } from './long-query.js';

/** The comments of one transaction, which holds the lock of the post's head. */
const A_PIECE = 1_000;

/** The comments of posts that ended. */
@Injectable()
export class EndedCommentsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Records the comments of a post: the listed ones by a walk from the top level, the others by an
   * index. `offset 0` forces index scans for the levels, because table scans take a minute in a
   * deep thread.
   */
  async note(tx: Tx, postId: string): Promise<void> {
    await queryWithLongTimeout(tx, {
      name: 'ended_comments_note',
      text: `with recursive branch as (
               select id from comments where post_id = $1 and parent_id is null and listed
               union all
               select reply.id from branch b cross join lateral (
                 select id from comments where parent_id = b.id and listed offset 0) reply
             )
             insert into ended_comments (post_id, comment_id)
             select $1, id from branch
             union select $1, id from comments where post_id = $1 and not listed`,
      values: [postId],
    });
  }

  /**
   * Marks the unreviewed comments of a deleted post as reviewed, so that the queue need not skip
   * them one by one. After an undo they are unreviewed again, and their rows here are deleted. The
   * transaction of the decision handles the first piece, `PiecewiseJob` the rest. The caller must
   * have set the post's time of deletion.
   */
  async noteSeen(tx: Tx, postId: string): Promise<void> {
    await tx.query({
      name: 'ended_comments_note_seen',
      text: `insert into seen_moves (post_id, gone_at) select id, gone_at from posts where id = $1
             on conflict (post_id) do update set after = null`,
      values: [postId],
    });
  }

  /** The posts whose comments are being marked. */
  async listMoving(): Promise<string[]> {
    return this.database.column<string>({
      name: 'ended_comments_moving',
      text: 'select post_id as "postId" from seen_moves order by post_id limit 100',
    });
  }

  async isMoving(tx: Tx, postId: string): Promise<boolean> {
    return tx.has({
      name: 'ended_comments_is_moving',
      text: 'select 1 from seen_moves where post_id = $1',
      values: [postId],
    });
  }

  /** Processes one piece under the lock of the post's head. @returns whether there is more */
  async carrySeen(tx: Tx, postId: string): Promise<boolean> {
    const [{ count }] = await tx.query<{ count: number }>({
      name: 'ended_comments_carry_seen',
      text: `with move as materialized (
               select m.gone_at, m.after, p.gone_at is not null as ended
               from seen_moves m join posts p on p.id = m.post_id where m.post_id = $1
             ), piece as materialized (
               select comment_id from ended_comments
               where post_id = $1 and comment_id > coalesce((select after from move), '${NIL}')
               order by comment_id limit ${A_PIECE}
             ), marked as (
               update comments c set reviewed_at = case when move.ended then move.gone_at end
               from piece, move where c.id = piece.comment_id and case when move.ended
                 then c.status = 'published' and c.reviewed_at is null and c.source is null
                 else c.reviewed_at = move.gone_at end
             ), forgotten as (
               delete from ended_comments where post_id = $1 and not (select ended from move)
                 and comment_id = any(array(select comment_id from piece))
             ), carried as (
               update seen_moves set after = (select comment_id from piece order by 1 desc limit 1)
               where post_id = $1 and (select count(*) from piece) = ${A_PIECE}
             ), done as (
               delete from seen_moves where post_id = $1 and (select count(*) from piece) < ${A_PIECE}
             )
             select count(*)::integer as count from piece`,
      values: [postId],
    });
    return count === A_PIECE;
  }

  /**
   * Whether an ended post still has its comments. Its lock keeps retention from deleting them until
   * the commit. The time is read after the lock is acquired, because retention reads its own time
   * before it locks.
   */
  async keep(tx: Tx, postId: string): Promise<boolean> {
    const [{ kept }] = await tx.query<{ kept: boolean }>({
      name: 'ended_comments_keep',
      text: `with held as materialized (
               select merged_into, gone_at from posts where id = $1 for no key update
             )
             select merged_into is not null
               or gone_at > clock_timestamp() - make_interval(days => $2) as kept from held`,
      values: [postId, daysKept('comments of deleted posts')],
    });
    return kept;
  }

  async forget(tx: Tx, postId: string): Promise<void> {
    await tx.query({ text: 'delete from ended_comments where post_id = $1', values: [postId] });
  }

  /** Deletes comments of posts that were deleted long ago. @returns whether there may be more */
  async dropOld(limit: number, seconds: number): Promise<boolean> {
    const [{ dropped }] = await this.database.execute<{ dropped: number }>({
      name: 'ended_comments_drop',
      text: `with old as materialized (
               select e.post_id, e.comment_id from posts p
                 join ended_comments e on e.post_id = p.id
               where p.gone_at < now() - make_interval(secs => $2) and p.merged_into is null limit $1
               for no key update of p skip locked
             ), noted as (
               delete from ended_comments e using old
               where e.post_id = old.post_id and e.comment_id = old.comment_id
             ), gone as (
               delete from comments c using old where c.id = old.comment_id and c.post_id = old.post_id
             )
             select count(*)::integer as dropped from old`,
      values: [limit, seconds],
    });
    return dropped === limit;
  }
}
