import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database/database.js';
import type { Payload } from './new-job.js';

/** A job whose attempts are used up. */
export interface FailedJob {
  id: string;
  task: string;
  payload: Payload;
  attempts: number;
  /** The first line of its last error; null where its node was lost each time. */
  error: string | null;
  createdAt: Date;
  failedAt: Date;
}

/** The library adds this to the time of a failure, and stores no other time of it. */
const pauseAfter = (attempts: string) => `exp(least(${attempts}, 10)) * interval '1 second'`;
const FAILED_AT = `greatest(j.created_at, j.run_at - case when j.last_error is null then interval '0'
  else ${pauseAfter('j.attempts')} end)`;

const FAILED = 'j.attempts >= j.max_attempts and j.locked_at is null';

const FIELDS = `j.id::text, t.identifier as task, j.payload, j.attempts, j.last_error as error,
  j.created_at as "createdAt", ${FAILED_AT} as "failedAt"`;

/** Jobs that are not retried automatically. */
@Injectable()
export class FailedJobsRepository {
  constructor(private readonly database: Database) {}

  /** The newest ids first. */
  list(limit: number, beforeId: number): Promise<FailedJob[]> {
    return this.database.query<FailedJob>({
      name: 'jobs_failed',
      text: `select ${FIELDS} from graphile_worker._private_jobs j
             join graphile_worker._private_tasks t on t.id = j.task_id
             where ${FAILED} and j.id < $2 order by j.id desc limit $1`,
      values: [limit, beforeId],
    });
  }

  /**
   * Resets the attempts of a failed job, so that it runs now.
   * @returns null when there is no such failed job
   */
  async retry(tx: Queryable, id: number): Promise<FailedJob | null> {
    const [job] = await tx.query<FailedJob>({
      name: 'jobs_retry',
      text: `with failed as (
               select ${FIELDS} from graphile_worker._private_jobs j
               join graphile_worker._private_tasks t on t.id = j.task_id
               where j.id = $1 and ${FAILED} for update of j
             )
             select failed.* from failed,
               graphile_worker.reschedule_jobs(array[failed.id::bigint], run_at := now(), attempts := 0)`,
      values: [id],
    });
    return job ?? null;
  }

  /**
   * Marks all pending jobs as failed, including those that a node had taken: no node works on this
   * database yet.
   * @returns the number of them
   */
  async park(error: string): Promise<number> {
    const [{ count }] = await this.database.execute<{ count: number }>({
      name: 'jobs_park',
      text: `with parked as (
               update graphile_worker._private_jobs
               set attempts = max_attempts, locked_at = null, locked_by = null, last_error = $1,
                 run_at = now() + ${pauseAfter('max_attempts')}
               where attempts < max_attempts or locked_at is not null returning 1
             )
             select count(*)::integer as count from parked`,
      values: [error],
    });
    return count;
  }

  /**
   * Deletes those that failed at least so long ago, one piece at a time.
   * @returns whether there may be more
   */
  async dropOld(seconds: number, limit: number): Promise<boolean> {
    const [{ count }] = await this.database.execute<{ count: number }>({
      name: 'jobs_drop_failed',
      text: `with old as (
               select id from graphile_worker._private_jobs j
               where ${FAILED} and ${FAILED_AT} < now() - make_interval(secs => $1)
               order by id limit $2 for update skip locked
             ), dropped as (
               delete from graphile_worker._private_jobs where id = any(array(select id from old))
             )
             select count(*)::integer as count from old`,
      values: [seconds, limit],
    });
    return count === limit;
  }
}
