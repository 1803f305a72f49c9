import { Injectable } from '@nestjs/common';
import { BOUNDS } from '../../auth/limits/bounds.js';
import type { Tx } from '../../database/database.js';
import { TooManyToMove } from '../shape/comments.errors.js';
import { queryWithLongTimeout } from './long-query.js';

/** The comments to move: those of an ended post, or one comment; each with all replies below it. */
export interface Moving {
  what: 'ended post' | 'branch';
  id: string;
}

/** The position of a branch in another thread, as offsets to add to the columns of its comments. */
export interface Shift {
  rootId: string;
  depth: number;
  lockCount: number;
}

export const MOST_MOVED = BOUNDS['moved comments'].most;

/** Tables with the post id of a comment. */
const FOLLOWING = ['votes', 'score_moves', 'comment_flags', 'notices', 'branch_moves'];

const TOPS: Readonly<Record<Moving['what'], string>> = {
  'ended post': 'select comment_id as id from ended_comments where post_id = $1',
  branch: 'select $1::uuid as id',
};

const movingSql = (what: Moving['what']) => `moving as (
  ${TOPS[what]}
  union
  select reply.id from moving m cross join lateral (
    select id from comments where parent_id = m.id and listed
    union all select id from comments where parent_id = m.id and not listed) reply
)`;

/**
 * A passage is searched for in the text of the other post. The text of a host page is unknown, so
 * its passage is kept unchanged.
 */
const MOVED_ANCHOR = `c.anchor || case when target.readable
  then '{"state": "orphaned", "place": null, "placeRevision": 0}'
  else jsonb_build_object('state', 'exact', 'place', c.anchor->'position', 'placeRevision', null) end`;

/** Moves comments to another post: those of a merged post, and branches. */
@Injectable()
export class CommentMovesRepository {
  /**
   * Locks the comments to move. Votes take no other lock, so a later statement sees all votes on
   * these comments.
   * @throws TooManyToMove
   */
  async lock(tx: Tx, { what, id }: Moving, from: string): Promise<void> {
    const [{ count }] = await queryWithLongTimeout<{ count: number }>(tx, {
      name: `comments_lock_${what}`,
      text: `with recursive ${movingSql(what)}
             select count(*)::integer as count from (
               select from comments where id in (select id from moving) and post_id = $2
               order by id limit ${MOST_MOVED + 1} for no key update) held`,
      values: [id, from],
    });
    if (count > MOST_MOVED) throw new TooManyToMove(MOST_MOVED);
  }

  /**
   * Moves locked comments from one post to another, with all rows that contain the id of the post.
   * @returns how many of them are published
   */
  async move(
    tx: Tx,
    { what, id }: Moving,
    from: string,
    to: string,
    shift: Shift | null = null,
  ): Promise<number> {
    const following = FOLLOWING.map(
      (table) => `${table}_moved as (
               update ${table} f set post_id = $3 from moved m where f.comment_id = m.id)`,
    );
    const [{ published }] = await queryWithLongTimeout<{ published: number }>(tx, {
      name: `comments_move_${what}`,
      text: `with recursive ${movingSql(what)}, target as (
               select p.revision, r.html is not null as readable from posts p
                 left join post_revisions r on r.post_id = p.id and r.revision = p.revision
               where p.id = $3
             ), moved as (
               update comments c set post_id = $3, post_revision = target.revision, anchor = ${MOVED_ANCHOR},
                 root_id = coalesce($4, c.root_id), depth = c.depth + $5, lock_count = c.lock_count + $6
               from moving m, target where c.id = m.id and c.post_id = $2
               returning c.id, c.status, c.anchor is not null as anchored
             ), stale as (
               insert into stale_anchors (post_id)
               select $3 from target where readable and exists (select from moved where anchored)
               on conflict do nothing
             ), queue_moved as (
               update queue_items q set post_id = $3 from moved m where q.id = m.id
             ), ${following.join(', ')}
             select count(*) filter (where status = 'published')::integer as published from moved`,
      values: [id, from, to, shift?.rootId, shift?.depth ?? 0, shift?.lockCount ?? 0],
    });
    return published;
  }

  /** Sets the position of the first comment of a moved branch; the top level is sorted by keys. */
  async attach(
    tx: Tx,
    place: { id: string; postId: string; parentId: string | null; pinned: boolean },
  ): Promise<void> {
    await tx.query({
      name: 'comments_attach',
      text: `with placed as (
               update comments set parent_id = $3, pinned = $4 where id = $1
             )
             insert into score_moves (comment_id, post_id) select $1, $2 where $3::uuid is null
             on conflict do nothing`,
      values: [place.id, place.postId, place.parentId, place.pinned],
    });
  }
}
