import type { Cluster } from './cluster.js';
import type { Drift, Head, LoggedEvent, StoredComment } from './history.js';

/** The prefix of keys of new comments, in the request and as the first word of the text. */
export const CREATION = 'c-';

/** Reads the final state directly from the database at the end of a run. */
export async function readTruth(
  cluster: Cluster,
  database: string,
): Promise<{ stored: StoredComment[]; log: LoggedEvent[]; heads: Head[]; drift: Drift[] }> {
  const client = await cluster.client(database);
  const rows = async <Row>(text: string) => (await client.query(text)).rows as Row[];
  try {
    await client.query(`set work_mem = '64MB'; begin isolation level repeatable read`);
    return {
      stored: await rows<StoredComment>(STORED),
      log: await rows<LoggedEvent>(
        `select post_id as "postId", seq::int, type, comment_id as "commentId"
         from post_events order by post_id, seq`,
      ),
      heads: await rows<Head>(
        `select post_id as "postId", 0 as from, seq::int from post_heads order by post_id`,
      ),
      drift: await rows<Drift>(DRIFT),
    };
  } finally {
    await client.end();
  }
}

/** A deleted comment has no text; its key comes from the stored answer. */
const STORED = `
  with kept as (
    select key, (body::jsonb ->> 'id')::uuid as comment_id from idempotency_records
    where key like '${CREATION}%' and status in (201, 202)
  )
  select c.id, coalesce(substring(c.body from '^${CREATION}[0-9a-z-]+'), k.key) as key,
    c.post_id as "postId", c.status, c.version
  from comments c left join kept k on k.comment_id = c.id
  order by c.id`;

/** Recounts from the rows everything that is counted on write. */
const DRIFT = `
  with recursive visible as (
    select id, parent_id from comments where status = 'published'
    union
    select parent.id, parent.parent_id from visible join comments parent on parent.id = visible.parent_id
  ), replies as (
    select parent_id, count(*) as n from visible where parent_id is not null group by parent_id
  ), cast_votes as (
    select comment_id, count(*) filter (where value = 1) as ups, count(*) filter (where value = -1) as downs
    from votes group by comment_id
  ), counted as (
    select c.*, v.id is not null as is_listed, coalesce(r.n, 0) as replies,
      coalesce(x.ups, 0) as ups, coalesce(x.downs, 0) as downs
    from comments c
    left join visible v on v.id = c.id
    left join replies r on r.parent_id = c.id
    left join cast_votes x on x.comment_id = c.id
  ), published as (
    select post_id, count(*) as n from comments where status = 'published' group by post_id
  ), logged as (
    select post_id, count(*) as n, max(seq) as last from post_events group by post_id
  ), heads as (
    select h.*, coalesce(p.n, 0) as comments, coalesce(l.n, 0) as events, coalesce(l.last, 0) as last_seq
    from post_heads h
    left join published p on p.post_id = h.post_id
    left join logged l on l.post_id = h.post_id
  )
  select 'listed' as what, id, listed::text as kept, is_listed::text as counted
  from counted where listed <> is_listed
  union all
  select 'reply_count', id, reply_count::text, replies::text from counted where reply_count <> replies
  union all
  select 'votes', id, upvotes || ' and ' || downvotes, ups || ' and ' || downs
  from counted where upvotes <> ups or downvotes <> downs
  union all
  select 'comment_count', post_id, comment_count::text, comments::text
  from heads where comment_count <> comments
  union all
  select 'seq', post_id, seq::text, events || ' events up to ' || last_seq
  from heads where seq <> events or seq <> last_seq`;
