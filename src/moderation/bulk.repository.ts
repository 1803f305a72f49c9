import { Injectable } from '@nestjs/common';
import { instantSql, userSql } from '../comments/comment-json.js';
import { Database, type Tx } from '../database/database.js';
import { idAt } from '../database/ids.js';
import type { BulkFilter } from './bulk-selection.js';
import type { BulkItemView, BulkJobView, SelectedCommentDto } from './bulk.dto.js';
import type { StatusAction } from './decision-actions.js';

export interface NewJob {
  id: string;
  moderatorId: string;
  decisionId: string | null;
  action: StatusAction;
  reason?: string | null;
  rule?: string | null;
  note?: string | null;
  text?: string | null;
}

/** The statuses that each action has something to do with. */
const STATUSES: Readonly<Record<StatusAction, readonly string[]>> = {
  approve: ['held', 'published'],
  remove: ['held', 'published'],
  restore: ['removed'],
};

const VIEW = `j.id, j.state, j.action, j.reason, case when u.id is not null then ${userSql('u')} end as moderator,
  j.total, j.done, j.refused, ${instantSql('j.created_at')} as "createdAt",
  ${instantSql('j.finished_at')} as "finishedAt"`;

/** Jobs of many decisions: what was selected, and how far they are. */
@Injectable()
export class BulkRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, job: NewJob): Promise<void> {
    await tx.query({
      name: 'bulk_insert',
      text: `insert into bulk_jobs (id, moderator_id, decision_id, action, reason, rule, note, text, total)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 0)`,
      values: [
        job.id,
        job.moderatorId,
        job.decisionId,
        job.action,
        job.reason ?? null,
        job.rule ?? null,
        job.note || null,
        job.text || null,
      ],
    });
  }

  /** Items of one post stand together, so that they are decided on together. */
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
    action: StatusAction,
    filter: BulkFilter,
    limit: number,
  ): Promise<number> {
    const conditions = ['c.status = any($2)'];
    const values: unknown[] = [jobId, STATUSES[action], limit + 1];
    const narrow = (value: unknown, condition: (parameter: string) => string) => {
      if (value !== null) conditions.push(condition(`$${values.push(value)}`));
    };
    narrow(filter.author, (author) => `c.author_id = ${author}`);
    narrow(filter.post, (post) => `c.post_id = ${post}`);
    // The order of ids is that of time.
    narrow(filter.since && idAt(filter.since, 0), (id) => `c.id >= ${id}`);
    narrow(
      filter.job,
      (job) => `exists (select 1 from bulk_items earlier
      where earlier.job_id = ${job} and earlier.outcome = 'done' and earlier.comment_id = c.id)`,
    );
    if (filter.kind === 'new') {
      conditions.push(`c.status = 'published' and c.reviewed_at is null and c.source is null`);
    } else {
      narrow(
        filter.kind,
        (kind) => `exists (select 1 from queue_items q
        where q.id = c.id and q.open and q.kind = ${kind})`,
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

  async setTotal(tx: Tx, jobId: string, total: number): Promise<void> {
    await tx.query({
      name: 'bulk_total',
      text: `update bulk_jobs set total = $2, state = case when $2 = 0 then 'done' else state end,
               finished_at = case when $2 = 0 then now() end
             where id = $1`,
      values: [jobId, total],
    });
  }

  /** @returns whether it was still running */
  async cancel(tx: Tx, jobId: string): Promise<boolean> {
    const rows = await tx.query({
      name: 'bulk_cancel',
      text: `update bulk_jobs set state = 'cancelled', finished_at = now()
             where id = $1 and state = 'running' returning 1`,
      values: [jobId],
    });
    return rows.length > 0;
  }

  /** What a decision has set going is stopped where it is. */
  async cancelOf(tx: Tx, decisionId: string): Promise<void> {
    await tx.query({
      name: 'bulk_cancel_of',
      text: `update bulk_jobs set state = 'cancelled', finished_at = now()
             where decision_id = $1 and state = 'running'`,
      values: [decisionId],
    });
  }

  async find(id: string, from: Pick<Tx, 'query'> = this.database): Promise<BulkJobView | null> {
    const [job] = await from.query<BulkJobView>({
      name: 'bulk_find',
      text: `select ${VIEW} from bulk_jobs j left join users u on u.id = j.moderator_id where j.id = $1`,
      values: [id],
    });
    return job ?? null;
  }

  /** The newest first. */
  async list(limit: number, beforeId: string | null): Promise<BulkJobView[]> {
    return this.database.query<BulkJobView>({
      name: 'bulk_list',
      text: `select ${VIEW} from bulk_jobs j left join users u on u.id = j.moderator_id
             where j.id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
             order by j.id desc limit $1`,
      values: [limit, beforeId],
    });
  }

  async listItems(jobId: string, afterPlace: number, limit: number): Promise<BulkItemView[]> {
    return this.database.query<BulkItemView>({
      name: 'bulk_items',
      text: `select comment_id as "commentId", version, outcome from bulk_items
             where job_id = $1 and place > $2 order by place limit $3`,
      values: [jobId, afterPlace, limit],
    });
  }
}
