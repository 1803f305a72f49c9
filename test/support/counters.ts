import type { TestDatabase } from './test-database.js';

export interface Drift {
  what: string;
  id: string;
  kept: string;
  counted: string;
}

/**
 * Everything that is counted or derived while writing, counted again from the rows alone. A comment is
 * listed when it is published or somewhere below it one is, which is found here from the bottom, with
 * no use of what the service keeps.
 * @returns where the two differ
 */
export function findDrift(database: TestDatabase): Promise<Drift[]> {
  return database.query<Drift>(
    `with recursive visible as (
       select id, parent_id from comments where status = 'published'
       union
       select parent.id, parent.parent_id from visible join comments parent on parent.id = visible.parent_id
     ), counted as (
       select c.*, c.id in (select id from visible) as is_listed,
         (select count(*) from comments r where r.parent_id = c.id and r.id in (select id from visible)) as replies,
         (select count(*) from votes v where v.comment_id = c.id and v.value = 1) as ups,
         (select count(*) from votes v where v.comment_id = c.id and v.value = -1) as downs
       from comments c
     ), heads as (
       select h.*,
         (select count(*) from comments c where c.post_id = h.post_id and c.status = 'published') as comments,
         (select count(*) from post_events e where e.post_id = h.post_id) as events,
         (select coalesce(max(seq), 0) from post_events e where e.post_id = h.post_id) as last_seq
       from post_heads h
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
