import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import type { StatusAction } from '../terms/decision-actions.js';
import type { DecisionReasonDto } from '../terms/decision-reason.dto.js';

/** A node without a heartbeat for this long loses its job to another. */
const LOST_SECONDS = 10;

const DROPPED_ITEMS = 1_000;

/** The data of a job for its worker. */
export interface BulkWork extends Required<DecisionReasonDto> {
  id: string;
  moderatorId: string;
  action: StatusAction;
}

export interface BulkItem {
  place: number;
  postId: string;
  commentId: string;
  version: number;
}

/**
 * The processing of bulk jobs. One node at a time holds a job, and the result of an item is written
 * with its decision.
 */
@Injectable()
export class BulkWorkRepository {
  constructor(private readonly database: Database) {}

  /** Takes the oldest job that no node works on, except those in `tried`. */
  async take(node: string, tried: readonly string[]): Promise<BulkWork | null> {
    const [work] = await this.database.execute<BulkWork>({
      name: 'bulk_take',
      text: `update bulk_jobs set node = $1, beat_at = now() where id = (
               select id from bulk_jobs where state = 'running' and id <> all($2::uuid[])
                 and (node is null or node = $1 or beat_at < now() - interval '${LOST_SECONDS} seconds')
               order by id limit 1 for update skip locked)
             returning id, moderator_id as "moderatorId", action, reason, rule, note, text`,
      values: [node, tried],
    });
    return work ?? null;
  }

  /**
   * Locks a job for one batch.
   * @returns whether a part of it is still unselected; null when it was cancelled, or another node
   * holds it
   */
  async hold(tx: Tx, jobId: string, node: string): Promise<{ unselected: boolean } | null> {
    return tx.first<{ unselected: boolean }>({
      name: 'bulk_hold',
      text: `select rest is not null as unselected from bulk_jobs
             where id = $1 and node = $2 and state = 'running' for update`,
      values: [jobId, node],
    });
  }

  /** The next items, all of one post: the current post of the first comment. */
  async listNext(tx: Tx, jobId: string, limit: number): Promise<BulkItem[]> {
    const items = await tx.query<BulkItem>({
      name: 'bulk_next',
      text: `select i.place, coalesce(c.post_id, i.post_id) as "postId", i.comment_id as "commentId", i.version
             from bulk_items i left join comments c on c.id = i.comment_id
             where i.job_id = $1 and i.outcome is null order by i.place limit $2`,
      values: [jobId, limit],
    });
    return items.filter(({ postId }) => postId === items[0].postId);
  }

  /** Adds the size of a further piece of the selection. */
  async addTotal(tx: Tx, jobId: string, selected: number): Promise<void> {
    await tx.query({
      name: 'bulk_add_total',
      text: 'update bulk_jobs set total = total + $2, beat_at = now() where id = $1',
      values: [jobId, selected],
    });
  }

  async record(
    tx: Tx,
    jobId: string,
    results: readonly { place: number; outcome: string }[],
  ): Promise<void> {
    const done = results.filter(({ outcome }) => outcome === 'done').length;
    await tx.query({
      name: 'bulk_record',
      text: `with recorded as (
               update bulk_items i set outcome = result.outcome
               from unnest($2::integer[], $3::text[]) as result (place, outcome)
               where i.job_id = $1 and i.place = result.place
             )
             update bulk_jobs set done = done + $4, refused = refused + $5, beat_at = now() where id = $1`,
      values: [
        jobId,
        results.map(({ place }) => place),
        results.map(({ outcome }) => outcome),
        done,
        results.length - done,
      ],
    });
  }

  async finish(tx: Tx, jobId: string, state: 'done' | 'failed'): Promise<void> {
    await tx.query({
      name: 'bulk_finish',
      text: 'update bulk_jobs set state = $2, finished_at = now() where id = $1',
      values: [jobId, state],
    });
  }

  /**
   * Deletes a piece of the job that ended first, if it ended at least `seconds` ago. The job
   * itself is deleted with its last items.
   * @returns whether there may be more
   */
  async dropOld(seconds: number): Promise<boolean> {
    const rows = await this.database.execute({
      name: 'sweep_bulk',
      text: `with old as materialized (
               select id from bulk_jobs where finished_at < now() - make_interval(secs => $1)
               order by finished_at limit 1 for update skip locked
             ), items as materialized (
               select i.ctid as place from old cross join lateral (
                 select ctid from bulk_items where job_id = old.id order by place limit ${DROPPED_ITEMS}) i
             ), dropped as (
               delete from bulk_items where ctid = any(array(select place from items))
             ), ended as (
               delete from bulk_jobs where id = (select id from old)
                 and (select count(*) from items) < ${DROPPED_ITEMS}
             )
             select 1 from old`,
      values: [seconds],
    });
    return rows.length > 0;
  }

  /** A stopping node frees its jobs at once. */
  async release(node: string): Promise<void> {
    await this.database.execute({
      name: 'bulk_release',
      text: `update bulk_jobs set node = null where node = $1 and state = 'running'`,
      values: [node],
    });
  }
}
