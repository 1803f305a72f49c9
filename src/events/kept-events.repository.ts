import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** A log, and whether its first event is old enough to be deleted. */
export interface Front {
  postId: string;
  due: boolean;
}

/** Deletes old events of logs. Each statement reads a limited number of heads and events. */
@Injectable()
export class KeptEventsRepository {
  constructor(private readonly database: Database) {}

  /** The logs of the next posts by their ids, and whether they have events to delete. */
  async listFronts(afterPostId: string, limit: number, seconds: number): Promise<Front[]> {
    return this.database.query<Front>({
      name: 'sweep_events_fronts',
      text: `select h.post_id as "postId", coalesce((
               select e.at < now() - make_interval(secs => $3) from post_events e
               where e.post_id = h.post_id and e.seq > h.kept_seq order by e.seq limit 1), false) as due
             from (select post_id, kept_seq from post_heads where post_id > $1
               order by post_id limit $2) h
             order by h.post_id`,
      values: [afterPostId, limit, seconds],
    });
  }

  /**
   * Deletes events that are old enough, but only from the start of a log. Times may not follow the
   * order of `seq`, and a reader would not notice a gap. A statement for one post waits for its
   * head. A statement for several posts skips those whose heads another transaction has locked.
   * @param limit the most events of each post
   * @returns the posts that may have more to delete, and those whose heads were locked
   */
  async drop(postIds: readonly string[], limit: number, seconds: number) {
    const alone = postIds.length === 1;
    const rows = await this.database.execute<{ postId: string; more: boolean }>({
      name: alone ? 'sweep_events_drop_one' : 'sweep_events_drop',
      text: `with held as materialized (
               select post_id, kept_seq from post_heads where post_id = any($1::uuid[])
               order by post_id for no key update ${alone ? '' : 'skip locked'}
             ), front as materialized (
               select held.post_id, held.kept_seq as before, first.*,
                 first.at >= now() - make_interval(secs => $3) as stays
               from held cross join lateral (
                 select ctid as place, seq, at from post_events e
                 where e.post_id = held.post_id and e.seq > held.kept_seq order by e.seq limit $2) first
             ), bounds as materialized (
               select post_id, before, coalesce(min(seq) filter (where stays) - 1, max(seq)) as kept
               from front group by post_id, before
             ), moved as (
               update post_heads h set kept_seq = b.kept from bounds b
               where h.post_id = b.post_id and b.kept > b.before
             ), dropped as (
               delete from post_events where ctid = any(array(
                 select f.place from front f join bounds b on b.post_id = f.post_id where f.seq <= b.kept))
             )
             select held.post_id as "postId",
               (select count(*) from front f where f.post_id = held.post_id and not f.stays) = $2 as more
             from held`,
      values: [postIds, limit, seconds],
    });
    const held = new Set(rows.map(({ postId }) => postId));
    return {
      more: rows.filter(({ more }) => more).map(({ postId }) => postId),
      busy: postIds.filter((id) => !held.has(id)),
    };
  }
}
