import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';

/** A piece of a post's log that was not looked at yet: the events behind `after`, up to `upTo`. */
export interface LogPiece {
  postId: string;
  after: number;
  upTo: number;
  /** Whether there are events behind it. */
  more: boolean;
}

/** The SQL of the events `e` of pieces, which are $1 to $3. */
export const EVENTS_OF_PIECES = `unnest($1::uuid[], $2::bigint[], $3::bigint[]) as r (post_id, after, up_to)
      cross join lateral (
        select type, comment_id, at from post_events
        where post_id = r.post_id and seq > r.after and seq <= r.up_to offset 0
      ) e`;

export function valuesOf(pieces: readonly LogPiece[]): unknown[] {
  return [
    pieces.map(({ postId }) => postId),
    pieces.map(({ after }) => after),
    pieces.map(({ upTo }) => upTo),
  ];
}

/** How far the logs of posts were looked at for whom to tell. */
@Injectable()
export class FollowedLogsRepository {
  constructor(private readonly database: Database) {}

  /** The log of a new post is looked at from its beginning. */
  async open(postIds: readonly string[]): Promise<void> {
    await this.database.execute({
      name: 'followed_logs_open',
      text: `insert into followed_posts (post_id, seq)
             select post_id, 0 from post_heads h where post_id = any($1::uuid[]) and seq > 0
               and not exists (select from followed_posts f where f.post_id = h.post_id)
             order by post_id on conflict do nothing`,
      values: [postIds],
    });
  }

  /**
   * Takes the logs that have gone on. One that another node has taken is left to it.
   * @param most of a log: events, and rows that the followers of its post may get from them; one event it is always
   */
  async take(
    tx: Tx,
    postIds: readonly string[],
    most: { events: number; rows: number },
  ): Promise<LogPiece[]> {
    return tx.query<LogPiece>({
      name: 'followed_logs_take',
      text: `select f.post_id as "postId", f.seq as after, least(h.seq, f.seq + s.events) as "upTo",
               h.seq > f.seq + s.events as more
             from followed_posts f join post_heads h on h.post_id = f.post_id
               cross join lateral (
                 select greatest(1, least($2, $3 / greatest(1, count(*)))) as events from (
                   select from subscriptions where post_id = f.post_id and level = 'all' limit $3) followers
               ) s
             where f.post_id = any($1::uuid[]) and h.seq > f.seq
             order by f.post_id for update of f skip locked`,
      values: [postIds, most.events, most.rows],
    });
  }

  /** Under the locks of `take`. */
  async move(tx: Tx, pieces: readonly LogPiece[]): Promise<void> {
    await tx.query({
      name: 'followed_logs_move',
      text: `update followed_posts f set seq = r.up_to
             from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as r (post_id, after, up_to)
             where f.post_id = r.post_id`,
      values: valuesOf(pieces),
    });
  }

  /**
   * Of the next posts by id those whose log was not looked at to its end.
   * @returns with the last of the posts; null where there are none
   */
  async findBehind(
    after: string,
    posts: number,
  ): Promise<{ last: string | null; behind: string[] }> {
    const [found] = await this.database.query<{ last: string | null; behind: string[] }>({
      name: 'followed_logs_behind',
      text: `select (array_agg(h.post_id order by h.post_id desc))[1] as last,
               coalesce(array_agg(h.post_id) filter (where h.seq > coalesce(f.seq, 0)), '{}') as behind
             from (
               select post_id, seq from post_heads where post_id > $1 order by post_id limit $2
             ) h left join followed_posts f on f.post_id = h.post_id`,
      values: [after, posts],
    });
    return found;
  }
}
