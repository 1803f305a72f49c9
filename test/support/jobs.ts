import { Database } from '../../src/database/database.js';
import { Jobs } from '../../src/jobs/jobs.js';
import type { NewJob } from '../../src/jobs/new-job.js';
import type { TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

/** Enqueues in one transaction, as an act does. */
export async function enqueue({ app }: TestApp, ...jobs: NewJob[]): Promise<void> {
  await app
    .get(Database)
    .transaction((tx) => app.get(Jobs, { strict: false }).enqueueAll(tx, jobs));
}

/** The queued jobs of one task. */
export function queued({ query }: Pick<TestDatabase, 'query'>, task: string) {
  return query<{ id: string; attempts: number; error: string | null; held: boolean }>(
    `select id, attempts, last_error as error, locked_at is not null as held
     from graphile_worker.jobs where task_identifier = $1 order by id`,
    [task],
  );
}

/** Waits until all jobs are done; failed jobs are retried at once. */
export async function waitForJobs({ query }: Pick<TestDatabase, 'query'>): Promise<void> {
  await until('no job to be left', async () => {
    await query('update graphile_worker._private_jobs set run_at = now() where run_at > now()');
    return (await query('select 1 from graphile_worker._private_jobs')).length === 0;
  });
}

/** Failed jobs have a growing retry delay; this makes them due now. */
export async function hurry({ query }: Pick<TestDatabase, 'query'>): Promise<void> {
  await query('update graphile_worker._private_jobs set run_at = now() where is_available');
}
