import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database/database.js';
import { wordsOf } from '../database/json-text.js';
import type { NewJob } from './new-job.js';

/** The pending jobs of the queue. */
export interface QueueFigures {
  /** Jobs that could run now. */
  waiting: number;
  /** How long the oldest of them has waited, in seconds. */
  oldest: number;
  /** Jobs whose attempts are used up. */
  failed: number;
}

@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Queryable, jobs: readonly NewJob[]): Promise<void> {
    const specs = jobs.map(({ task, payload, key, runAt, maxAttempts }) => ({
      task,
      payload,
      key,
      run_at: runAt,
      attempts: maxAttempts,
    }));
    await tx.query({
      name: 'jobs_insert',
      text: `select from graphile_worker.add_jobs(array(
               select (task, payload, null, run_at, attempts, key, null, null)::graphile_worker.job_spec
               from json_to_recordset($1::json)
                 as s (task text, payload json, run_at timestamptz, attempts smallint, key text)))`,
      values: [JSON.stringify(specs)],
    });
  }

  /** Deletes pending and failed jobs about some users. A running job is deleted when it ends. */
  async dropOf(ids: readonly string[]): Promise<void> {
    await this.database.execute({
      name: 'jobs_drop_of',
      text: `delete from graphile_worker._private_jobs where locked_at is null and id = any(array(
               select id from graphile_worker._private_jobs cross join lateral ${wordsOf('payload::text')}
               where locked_at is null and word in (select unnest($1::text[]))))`,
      values: [ids],
    });
  }

  /**
   * Undoes the counted attempt of a running job, unless another job has replaced it under its key.
   */
  async giveBack(id: string, attempt: number): Promise<void> {
    await this.database.execute({
      name: 'jobs_give_back',
      text: 'update graphile_worker._private_jobs set attempts = attempts - 1 where id = $1 and attempts = $2',
      values: [id, attempt],
    });
  }

  async figures(): Promise<QueueFigures> {
    const [figures] = await this.database.query<QueueFigures>({
      name: 'jobs_figures',
      text: `select due.*, (
               select count(*)::integer from graphile_worker._private_jobs
               where attempts >= max_attempts and locked_at is null) as failed
             from (
               select count(*)::integer as waiting,
                 coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as oldest
               from graphile_worker._private_jobs where is_available and run_at <= now()) due`,
    });
    return figures;
  }
}
