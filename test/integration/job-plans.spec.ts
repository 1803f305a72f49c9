import type { Database } from '../../src/database/database.js';
import { FailedJobsRepository } from '../../src/jobs/failed-jobs.repository.js';
import { JobsRepository } from '../../src/jobs/jobs.repository.js';
import { planOf } from '../support/plans.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Generated: 20,000 jobs, most for later; 0.1 % are due, and as many have failed for good. */
const ROWS = [
  `select graphile_worker.add_job('elsewhere')`,
  `insert into graphile_worker._private_jobs (task_id, payload, run_at, attempts, max_attempts)
   select j.task_id, '{}', now() + case when n % 1000 = 1 then interval '0' else interval '1 day' end,
     case when n % 1000 = 2 then 25 else 0 end, 25
   from graphile_worker._private_jobs j, generate_series(1, 20000) n`,
  'vacuum analyze',
];

describe('what is asked of a long queue again and again', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    for (const rows of ROWS) await database.query(rows);
    await database.query('set plan_cache_mode = force_generic_plan');
  });
  afterAll(() => database.drop());

  const works: Record<string, (on: Database) => Promise<unknown>> = {
    'its figures': (on) => new JobsRepository(on).figures(),
    'the failed ones': (on) => new FailedJobsRepository(on).list(21, Number.MAX_SAFE_INTEGER),
    'the old failed ones': (on) => new FailedJobsRepository(on).dropOld(86_400, 1_000),
  };

  it.each(Object.keys(works))('reads it nowhere whole: %s', async (what) => {
    const { nodes, whole } = await planOf(database, ['_private_jobs'], works[what]);
    expect(nodes).toBeGreaterThan(0);
    expect(whole).toEqual([]);
  });
});
