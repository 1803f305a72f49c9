import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { userSql } from '../../users/accounts/user-json.sql.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { firstIdAt } from '../../database/ids.js';
import type { BulkItemView, BulkJobView, SelectedCommentDto, StartBulkDto } from './bulk.dto.js';
import type { StatusAction } from '../terms/decision-actions.js';
import { isNew } from '../terms/queue-kinds.js';
import type { DecisionReasonDto } from '../terms/decision-reason.dto.js';

/** The size of a piece of a selection. */
export const A_PIECE = 5_000;

/**
 * The rest of a selection: comments of `author` since the id `since`, after `comment` in `post`.
 */
interface BulkRest {
  author: string;
  since: string;
  post: string;
  comment: string;
}

export interface NewJob extends DecisionReasonDto {
  id: string;
  moderatorId: string;
  decisionId: string | null;
  action: StatusAction;
  rest?: BulkRest;
}

/** The statuses to which each action applies. */
const STATUSES: Readonly<Record<StatusAction, readonly string[]>> = {
  approve: ['held', 'published'],
  remove: ['held', 'published'],
  restore: ['removed'],
};

/** Bulk jobs: their selections and their progress. */
@Injectable()
export class BulkRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, job: NewJob): Promise<void> {
    const { id, moderatorId, decisionId, action, reason, rule, note, text, rest } = job;
    await tx.query({
      name: 'bulk_insert',
      text: `insert into bulk_jobs (id, moderator_id, decision_id, action, reason, rule, note, text, rest, total)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)`,
      values: [id, moderatorId, decisionId, action, reason, rule, note || null, text || null, rest],
    });
  }

  /** Items of one post are adjacent, so that they are decided on together. */
  async insertSelected(
    tx: Tx,
    jobId: string,
    comments: readonly SelectedCommentDto[],
  ): Promise<number> {
    const rows = await tx.query({
      name: 'bulk_select_ids',
      text: `insert into bulk_items (job_id, place, post_id, comment_id, version)
             select $1, row_number() over (order by c.post_id, c.id), c.post_id, c.id, chosen.version
             from (select distinct on (id) * from unnest($2::uuid[], $3::integer[]) as one (id, version)) chosen
               join comments c on c.id = chosen.id
             returning 1`,
      values: [jobId, comments.map(({ id }) => id), comments.map(({ version }) => version)],
    });
    return rows.length;
  }

  /** @returns how many there are; one more than `limit` when there are too many */
  async insertFiltered(
    tx: Tx,
    jobId: string,
    { action, author, post, since, job, kind }: StartBulkDto,
    limit: number,
  ): Promise<number> {
    const conditions = ['c.status = any($2)'];
    const values: unknown[] = [jobId, STATUSES[action], limit + 1];
    const narrow = (value: unknown, condition: (parameter: string) => string) => {
      if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
    };
    narrow(author, (id) => `c.author_id = ${id}`);
    narrow(post, (id) => `c.post_id = ${id}`);
    // Ids are ordered by time.
    narrow(since && firstIdAt(new Date(since)), (id) => `c.id >= ${id}`);
    narrow(
      job,
      (id) => `exists (select 1 from bulk_items earlier
      where earlier.job_id = ${id} and earlier.outcome = 'done' and earlier.comment_id = c.id)`,
    );
    if (kind === 'new') {
      conditions.push(isNew('c'));
    } else {
      narrow(
        kind,
        (which) => `exists (select 1 from queue_items q
        where q.id = c.id and q.open and q.kind = ${which})`,
      );
    }
    const rows = await tx.query({
      text: `insert into bulk_items (job_id, place, post_id, comment_id, version)
             select $1, row_number() over (order by post_id, id), post_id, id, version
             from (select c.id, c.post_id, c.version from comments c
               where ${conditions.join(' and ')} limit $3) found
             returning 1`,
      values,
    });
    return rows.length;
  }

  /**
   * Selects the next piece of a job, and stores the position of the following one.
   * @returns how many comments it selected
   */
  async insertRest(tx: Tx, jobId: string): Promise<number> {
    const [{ selected }] = await tx.query<{ selected: number }>({
      name: 'bulk_select_rest',
      text: `with job as (
               select id, total, action, (rest->>'author')::uuid as author, (rest->>'since')::uuid as since,
                 (rest->>'post')::uuid as post, (rest->>'comment')::uuid as comment
               from bulk_jobs where id = $1
             ), found as materialized (
               select c.id, c.post_id, c.version, row_number() over (order by c.post_id, c.id) as nth
               from job cross join lateral (
                 select id, post_id, version from comments
                 where author_id = job.author and (post_id, id) > (job.post, job.comment)
                   and id >= job.since and status = any($2)
                 order by post_id, id limit $3) c
             ), inserted as (
               insert into bulk_items (job_id, place, post_id, comment_id, version)
               select job.id, job.total + nth, post_id, found.id, version from found, job
             ), last as (
               select post_id, id from found where nth = $3
             )
             update bulk_jobs set rest = (
               select rest || jsonb_build_object('post', post_id, 'comment', id) from last)
             where id = $1 returning (select count(*)::integer from found) as selected`,
      values: [jobId, STATUSES.remove, A_PIECE],
    });
    return selected;
  }

  async setTotal(tx: Tx, jobId: string, total: number): Promise<void> {
    await tx.query({
      name: 'bulk_total',
      text: `update bulk_jobs set total = $2, state = case when $2 = 0 then 'done' else state end,
               finished_at = case when $2 = 0 then now() end
             where id = $1`,
      values: [jobId, total],
    });
  }

  /**
   * Stops a job, or the job of a decision, after its current batch.
   * @returns whether it was still running
   */
  async cancel(tx: Tx, by: 'id' | 'decision_id', id: string): Promise<boolean> {
    return tx.has({
      name: `bulk_cancel_by_${by}`,
      text: `update bulk_jobs set state = 'cancelled', finished_at = now()
             where ${by} = $1 and state = 'running' returning 1`,
      values: [id],
    });
  }

  async find(id: string, from?: Queryable): Promise<BulkJobView | null> {
    const [job] = await this.views('bulk_find', 'j.id = $1', [id], from);
    return job ?? null;
  }

  /** The newest first. */
  list(limit: number, beforeId: string): Promise<BulkJobView[]> {
    return this.views('bulk_list', 'j.id < $2 order by j.id desc limit $1', [limit, beforeId]);
  }

  async listItems(jobId: string, afterPlace: number, limit: number): Promise<BulkItemView[]> {
    return this.database.query<BulkItemView>({
      name: 'bulk_items',
      text: `select comment_id as "commentId", version, outcome from bulk_items
             where job_id = $1 and place > $2 order by place limit $3`,
      values: [jobId, afterPlace, limit],
    });
  }

  private views(
    name: string,
    which: string,
    values: unknown[],
    from: Queryable = this.database,
  ): Promise<BulkJobView[]> {
    return from.query<BulkJobView>({
      name,
      text: `select j.id, j.state, j.action, j.reason,
               case when u.id is not null then ${userSql('u')} end as moderator, j.total, j.done, j.refused,
               ${instantSql('j.created_at')} as "createdAt", ${instantSql('j.finished_at')} as "finishedAt"
             from bulk_jobs j left join users u on u.id = j.moderator_id where ${which}`,
      values,
    });
  }
}
