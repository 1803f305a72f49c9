import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface Readers {
  postId: string;
  readers: number;
}

/** A node without a report for this long is considered dead, and its readers no longer count. */
const LOST_AFTER_SECONDS = 15;

/** Readers by post and node, in an unlogged table: nodes report again after a Postgres crash. */
@Injectable()
export class PresenceRepository {
  constructor(private readonly database: Database) {}

  /** Reports the readers of one node; the row of a post that is no longer listed expires. */
  async report(nodeId: string, here: readonly Readers[]): Promise<void> {
    await this.database.execute({
      name: 'presence_report',
      text: `insert into post_readers (post_id, node_id, readers, seen_at)
             select post_id, $1, readers, now()
             from unnest($2::uuid[], $3::integer[]) here (post_id, readers) order by post_id
             on conflict (post_id, node_id) do update
             set readers = excluded.readers, seen_at = excluded.seen_at`,
      values: [nodeId, here.map(({ postId }) => postId), here.map(({ readers }) => readers)],
    });
  }

  async count(postIds: readonly string[]): Promise<Readers[]> {
    return this.database.query<Readers>({
      name: 'presence_count',
      text: `select post_id as "postId", sum(readers)::integer as readers from post_readers
             where post_id = any($1::uuid[]) and seen_at > now() - make_interval(secs => ${LOST_AFTER_SECONDS})
             group by post_id`,
      values: [postIds],
    });
  }
}
