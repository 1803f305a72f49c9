import { Injectable } from '@nestjs/common';
import { NIL } from '../../database/ids.js';
import { Database, type Tx } from '../../database/database.js';

/** A piece of a post's log that was not processed yet: the events after `after`, up to `upTo`. */
export interface LogPiece {
  postId: string;
  after: number;
  upTo: number;
  /**
   * For an event with very many followers, which is processed in parts: the last follower who was
   * notified; null at the start.
   */
  toldTo: string | null;
  /** The last follower of this part; null for the last part. */
  tellTo: string | null;
  /** Whether there are further events or followers. */
  more: boolean;
}

/** The size of a piece of each log. It has at least one event. */
export interface PieceSize {
  events: number;
  /** The size of the texts of its comments in total. */
  bytes: number;
  /** The most rows to write for the followers of the post. */
  rows: number;
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

/** The parts of the followers for pieces: the last who was notified, and the last to notify. */
export function partsOf(pieces: readonly LogPiece[]): unknown[] {
  return [pieces.map(({ toldTo }) => toldTo), pieces.map(({ tellTo }) => tellTo)];
}

/** The position up to which the log of each post was processed for notifications. */
@Injectable()
export class FollowedLogsRepository {
  constructor(private readonly database: Database) {}

  /** The log of a new post is processed from its beginning. */
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
   * The next piece of each log that has new events. An event with more followers than `rows` is a
   * piece of its own.
   */
  async listPieces(
    postIds: readonly string[],
    { events, bytes, rows }: PieceSize,
  ): Promise<LogPiece[]> {
    return this.database.query<LogPiece>({
      name: 'followed_logs_pieces',
      text: `select f.post_id as "postId", f.seq as after, piece.up_to as "upTo", f.told_to as "toldTo",
               part.last as "tellTo", part.last is not null or h.seq > piece.up_to as more
             from followed_posts f join post_heads h on h.post_id = f.post_id
               cross join lateral (
                 select count(*) as count,
                   case when count(*) = $4 then (array_agg(user_id order by user_id desc))[1] end as last
                 from (
                   select user_id from subscriptions
                   where post_id = f.post_id and level = 'all' and user_id > coalesce(f.told_to, '${NIL}')
                   order by user_id limit $4) followers
               ) part
               cross join lateral (
                 select case when f.told_to is not null or part.last is not null then f.seq + 1
                   else coalesce(max(seq), h.seq) end as up_to
                 from (
                   select seq, row_number() over (order by seq) as nth, sum(bytes) over (order by seq) as filled
                   from (
                     select seq, (select octet_length(body) from comments where id = e.comment_id) as bytes
                     from post_events e where e.post_id = f.post_id and seq > f.seq and seq <= h.seq
                     order by seq limit greatest(1, least($2, $4 / greatest(1, part.count)))) next
                 ) sized where nth = 1 or coalesce(filled, 0) <= $3
               ) piece
             where f.post_id = any($1::uuid[]) and h.seq > f.seq
             order by f.post_id`,
      values: [postIds, events, bytes, rows],
    });
  }

  /**
   * Claims pieces, except those that another node has claimed meanwhile.
   * @returns those that were claimed
   */
  async take(tx: Tx, pieces: readonly LogPiece[]): Promise<LogPiece[]> {
    const taken = await tx.query<{ postId: string }>({
      name: 'followed_logs_take',
      text: `select f.post_id as "postId" from followed_posts f
               join unnest($1::uuid[], $2::bigint[], $3::uuid[]) as r (post_id, after, told_to)
                 on f.post_id = r.post_id and f.seq = r.after and f.told_to is not distinct from r.told_to
             order by f.post_id for update of f skip locked`,
      values: [
        pieces.map(({ postId }) => postId),
        pieces.map(({ after }) => after),
        pieces.map(({ toldTo }) => toldTo),
      ],
    });
    const ids = new Set(taken.map(({ postId }) => postId));
    return pieces.filter(({ postId }) => ids.has(postId));
  }

  /** Runs under the locks of `take`. */
  async move(tx: Tx, pieces: readonly LogPiece[]): Promise<void> {
    await tx.query({
      name: 'followed_logs_move',
      text: `update followed_posts f
             set seq = case when r.tell_to is null then r.up_to else f.seq end, told_to = r.tell_to
             from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[], $5::uuid[])
               as r (post_id, after, up_to, told_to, tell_to)
             where f.post_id = r.post_id`,
      values: [...valuesOf(pieces), ...partsOf(pieces)],
    });
  }

  /**
   * Selects, of the next posts by id, those whose log has unprocessed events.
   * @returns these, and the last post that was checked; null when there are none
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
