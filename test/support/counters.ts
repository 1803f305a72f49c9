import type { TestDatabase } from './test-database.js';

export interface Drift {
  what: string;
  id: string;
  kept: string;
  counted: string;
}

/**
 * Recounts from the rows everything that is counted or derived on write. A comment is listed if it
 * or any comment below it is published, which is computed bottom-up here, without the stored
 * values.
 * @returns the differences
 */
export function findDrift(database: TestDatabase): Promise<Drift[]> {
  return database.query<Drift>(
    `with recursive visible as (
       select id, parent_id from comments where status = 'published'
       union
       select parent.id, parent.parent_id from visible join comments parent on parent.id = visible.parent_id
     ), replies as (
       select r.parent_id, count(*) as replies from comments r join visible using (id) group by 1
     ), voted as (
       select comment_id, count(*) filter (where value = 1) as ups, count(*) filter (where value = -1) as downs
       from votes group by 1
     ), counted as (
       select c.*, visible.id is not null as is_listed, coalesce(r.replies, 0) as replies,
         coalesce(v.ups, 0) as ups, coalesce(v.downs, 0) as downs
       from comments c left join visible on visible.id = c.id
         left join replies r on r.parent_id = c.id left join voted v on v.comment_id = c.id
     ), published as (
       select post_id, count(*) as comments from comments where status = 'published' group by 1
     ), logged as (
       select post_id, count(*) as events, max(seq) as last_seq from post_events group by 1
     ), heads as (
       select h.*, coalesce(p.comments, 0) as comments, coalesce(l.events, 0) as events,
         coalesce(l.last_seq, 0) as last_seq
       from post_heads h left join published p using (post_id) left join logged l using (post_id)
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
     from heads where seq <> events or seq <> last_seq`,
  );
}
