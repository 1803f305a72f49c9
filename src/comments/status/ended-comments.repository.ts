import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { daysKept } from '../../events/kept-days.js';
import { patiently } from './whole-threads.js';

/** The comments of posts that ended. */
@Injectable()
export class EndedCommentsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes which comments a post has: the listed ones are found from the top, the others by an index. Each level
   * is read by the index: a level that reads the table takes a minute where a thread is deep.
   */
  async note(tx: Tx, postId: string): Promise<void> {
    await patiently(tx, {
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
   * Lets the comments of a deleted post that no moderator has seen count as seen, at the time of the deletion:
   * the queue walks along the others. Or takes that back.
   */
  async setSeen(tx: Tx, postId: string, seen: boolean): Promise<void> {
    const [change, which] = seen
      ? ['p.gone_at', `c.status = 'published' and c.reviewed_at is null and c.source is null`]
      : ['null', 'c.reviewed_at = p.gone_at'];
    await patiently(tx, {
      name: `ended_comments_${seen ? 'seen' : 'unseen'}`,
      text: `update comments c set reviewed_at = ${change} from posts p, ended_comments e
             where p.id = $1 and e.post_id = $1 and c.id = e.comment_id and ${which}`,
      values: [postId],
    });
  }

  /**
   * Whether an ended post still has its comments, which retention does not take before the transaction ends.
   * The time is read behind the lock: retention reads its own before it.
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

  /**
   * Takes away comments of posts that were deleted long ago.
   * @returns whether there may be more
   */
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
