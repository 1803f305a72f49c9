import { controversySql, wilsonLowerBoundSql } from '../../src/comments/votes/scoring.js';
import type { Queryable } from '../../src/database/database.js';

export interface Drift {
  what: string;
  wrong: number;
}

/**
 * Recounts, from the rows, every counted or derived value of a seeded thread.
 * @returns the differences, each with its number of rows; empty when all match
 */
export async function findDrift(from: Pick<Queryable, 'query'>, postId: string): Promise<Drift[]> {
  const rows = await from.query<Drift>({ text: DRIFT, values: [postId], timeoutMs: PATIENCE_MS });
  return rows.filter(({ wrong }) => wrong > 0);
}

/** Timeout of a statement over a whole thread; the driver's default is 12 seconds. */
export const PATIENCE_MS = 600_000;

/** The precision of a `real`: about seven digits. */
const NEAR = '1e-6';

const DRIFT = `with own as materialized (
    select id, parent_id, root_id, depth, status, listed, reply_count, upvotes, downvotes, best, controversial
    from comments where post_id = $1
  ), replies as (
    select parent_id, count(*) as listed from own where parent_id is not null and listed group by parent_id
  ), cast_votes as (
    select comment_id, count(*) filter (where value = 1) as up, count(*) filter (where value = -1) as down
    from votes where post_id = $1 group by comment_id
  ), placed as (
    select c.*, p.id as found, p.depth as parent_depth, p.root_id as parent_root
    from own c left join own p on p.id = c.parent_id
  )
  select 'reply_count' as what, count(*)::int as wrong
  from own left join replies on replies.parent_id = own.id
  where own.reply_count <> coalesce(replies.listed, 0)
  union all
  select 'listed', count(*)::int from own where listed <> (status = 'published' or reply_count > 0)
  union all
  select 'place', count(*)::int from placed
  where case when parent_id is null then depth <> 0 or root_id <> id
        else found is null or depth <> parent_depth + 1 or root_id <> parent_root or id <= parent_id end
  union all
  select 'votes', count(*)::int from own left join cast_votes v on v.comment_id = own.id
  where upvotes <> coalesce(v.up, 0) or downvotes <> coalesce(v.down, 0)
  union all
  select 'sort keys', count(*)::int from own
  where abs(best - (${wilsonLowerBoundSql('upvotes::float8', 'downvotes::float8')})) > ${NEAR}
    or abs(controversial - (${controversySql('upvotes::float8', 'downvotes::float8')})) > ${NEAR} * controversial
  union all
  select 'comment_count', abs(comment_count - (select count(*) from own where status = 'published'))::int
  from post_heads where post_id = $1
  union all
  select 'seq', abs(seq - (select count(*) from post_events where post_id = $1))::int
  from post_heads where post_id = $1`;
