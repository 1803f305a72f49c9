import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';

/** Tables that say of a comment which post it is of. */
const FOLLOWING = ['votes', 'score_moves', 'comment_flags', 'notices', 'branch_moves'];

/** The comments of posts that ended. */
@Injectable()
export class CommentMovesRepository {
  constructor(private readonly database: Database) {}

  /** Notes which comments a post has: the listed ones are found from the top, the others by an index. */
  async note(tx: Tx, postId: string): Promise<void> {
    await tx.query({
      name: 'ended_comments_note',
      text: `with recursive branch as (
               select id from comments where post_id = $1 and parent_id is null and listed
               union all
               select c.id from branch b join comments c on c.parent_id = b.id and c.listed
             )
             insert into ended_comments (post_id, comment_id)
             select $1, id from branch
             union select $1, id from comments where post_id = $1 and not listed`,
      values: [postId],
    });
  }

  /** Whether an ended post still has its comments; retention takes them together. */
  async areKept(tx: Tx, postId: string): Promise<boolean> {
    const [{ kept }] = await tx.query<{ kept: boolean }>({
      name: 'ended_comments_kept',
      text: `select merged_into is not null or gone_at > now() - interval '29 days' as kept
             from posts where id = $1`,
      values: [postId],
    });
    return kept;
  }

  async forget(tx: Tx, postId: string): Promise<void> {
    await tx.query({ text: 'delete from ended_comments where post_id = $1', values: [postId] });
  }

  /**
   * Moves the comments that an ended post had, with everything below them, from one post to another.
   * @returns how many of them are published
   */
  async move(tx: Tx, ended: string, from: string, to: string): Promise<number> {
    const following = FOLLOWING.map(
      (table) => `${table}_moved as (
               update ${table} f set post_id = $3 from moved m where f.comment_id = m.id)`,
    );
    const [{ published }] = await tx.query<{ published: number }>({
      name: 'ended_comments_move',
      text: `with recursive moving as (
               select comment_id as id from ended_comments where post_id = $1
               union
               select reply.id from moving m cross join lateral (
                 select id from comments where parent_id = m.id and listed
                 union all select id from comments where parent_id = m.id and not listed) reply
             ), moved as (
               update comments c set post_id = $3,
                 post_revision = (select revision from posts where id = $3)
               from moving m where c.id = m.id and c.post_id = $2
               returning c.id, c.status
             ), queue_moved as (
               update queue_items q set post_id = $3 from moved m where q.id = m.id
             ), ${following.join(', ')}
             select count(*) filter (where status = 'published')::integer as published from moved`,
      values: [ended, from, to],
    });
    return published;
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
