import { Injectable } from '@nestjs/common';
import { BOUNDS } from '../../auth/limits/bounds.js';
import { Database, type Statement, type Tx } from '../../database/database.js';
import { daysKept } from '../../events/kept-days.js';
import { TooManyToMove } from '../shape/comments.errors.js';

/** The comments that move: those that an ended post had, or a comment; each with all below it. */
export interface Moving {
  what: 'ended post' | 'branch';
  id: string;
}

/** The place of a branch in another thread, as what is added to what its comments say of themselves. */
export interface Shift {
  rootId: string;
  depth: number;
  lockCount: number;
}

const MOST_MOVED = BOUNDS['moved comments'].most;
/** A whole thread takes longer than any other statement may. */
const PATIENCE_SECONDS = 120;

/** Tables that say of a comment which post it is of. */
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

/** A passage is searched in the text of the other post; that of a host page is not known, and it is as given. */
const MOVED_ANCHOR = `c.anchor || case when target.readable
  then '{"state": "orphaned", "place": null, "placeRevision": 0}'
  else jsonb_build_object('state', 'exact', 'place', c.anchor->'position', 'placeRevision', null) end`;

/** The comments of posts that ended, and branches that go into another post. */
@Injectable()
export class CommentMovesRepository {
  constructor(private readonly database: Database) {}

  /** Notes which comments a post has: the listed ones are found from the top, the others by an index. */
  async note(tx: Tx, postId: string): Promise<void> {
    await this.patiently(tx, {
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
   * Locks comments that are about to move. Votes take no other lock, so a statement behind this one sees all
   * that were cast here.
   * @throws TooManyToMove
   */
  async lock(tx: Tx, { what, id }: Moving, from: string): Promise<void> {
    const [{ count }] = await this.patiently<{ count: number }>(tx, {
      name: `comments_lock_${what}`,
      text: `with recursive ${movingSql(what)}
             select count(*)::integer as count from (
               select from comments where id in (select id from moving) and post_id = $2
               order by id for no key update) held`,
      values: [id, from],
    });
    if (count > MOST_MOVED) throw new TooManyToMove(MOST_MOVED);
  }

  /**
   * Moves comments that are locked from one post to another, with all that says which post it is of.
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
    const [{ published }] = await this.patiently<{ published: number }>(tx, {
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

  private async patiently<Row>(tx: Tx, statement: Statement): Promise<Row[]> {
    await tx.query({ text: `set local statement_timeout = '${PATIENCE_SECONDS}s'` });
    // The server's refusal comes first.
    return tx.query<Row>({ ...statement, timeoutMs: (PATIENCE_SECONDS + 5) * 1_000 });
  }
}
