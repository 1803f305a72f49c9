import { Tasks } from '../../src/jobs/tasks.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { inFull } from '../support/full-form.js';
import { enqueue, hurry, queued } from '../support/jobs.js';
import type { Person } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

const FAILED = '/api/v1/jobs/failed';
const ATTEMPTS = 25;

describe('jobs that have failed for good', () => {
  let fails = true;
  const runs: object[] = [];
  const site = useSite({
    people: { chief: 'admin', helper: 'moderator' },
    prepare: (app) => {
      app.get(Rounds).periods.set('retention', 100);
      app.get(Tasks).handle('sent', async (payload) => {
        if (fails) throw new Error('connect ECONNREFUSED 10.1.2.3:25\n    at /srv/app/mail.js:9');
        runs.push(payload);
      });
    },
  });
  beforeEach(async () => {
    fails = true;
    runs.splice(0);
    await site.database.query('delete from graphile_worker._private_jobs');
  });

  const list = async (query = '', who: Person = site.chief) =>
    (
      await site.app.request
        .get(FAILED + query)
        .set(who.auth)
        .expect(200)
    ).body;
  const retry = (id: string, key = `key ${Math.random()}`.replace(' ', '-')) =>
    site.app.request.post(`${FAILED}/${id}/retry`).set(site.chief.auth).set('idempotency-key', key);

  /** A job with so many attempts that the last one is days after the first. */
  const give = async (mailId: string) => {
    await enqueue(site.app, { task: 'sent', payload: { mailId }, maxAttempts: ATTEMPTS });
    await firstAttempt();
  };
  const firstAttempt = () =>
    until('the first attempt', async () =>
      (await queued(site.database, 'sent')).some(({ attempts, held }) => attempts > 0 && !held),
    );
  const lastAttempt = () =>
    until('the last attempt', async () => {
      await site.database.query(
        `update graphile_worker._private_jobs set attempts = max_attempts - 1
         where attempts < max_attempts - 1 and is_available`,
      );
      await hurry(site.database);
      return (await list()).items.length === 1;
    });
  const giveUp = async (mailId: string) => {
    await give(mailId);
    await lastAttempt();
  };
  /** Rows as the job library leaves them. */
  const plant = (count: number) =>
    site.database.query(
      `select graphile_worker.permanently_fail_jobs(array(
         select (graphile_worker.add_job('elsewhere', json_build_object('n', n))).id
         from generate_series(1, $1::integer) n), 'No')`,
      [count],
    );

  it('are listed with the first line of their error, when no attempt is left', async () => {
    await give('7');
    expect(await list()).toEqual({ items: [], nextCursor: null });
    await lastAttempt();
    const [job] = (await list()).items;
    expect(job).toEqual({
      id: expect.stringMatching(/^\d+$/),
      task: 'sent',
      payload: { mailId: '7' },
      attempts: ATTEMPTS,
      error: 'connect ECONNREFUSED [address]',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      failedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(Date.parse(job.failedAt)).toBeGreaterThanOrEqual(Date.parse(job.createdAt));
    expect(Date.parse(job.failedAt)).toBeLessThanOrEqual(Date.now());
    const { text } = await site.app.request.get('/metrics').expect(200);
    expect(text).toContain('colloquy_jobs_total{task="sent",end="gave-up"} 1');
  });

  it('run when somebody tries them again, once for a key', async () => {
    await giveUp('8');
    const [job] = (await list()).items;
    fails = false;
    const { body } = await retry(job.id, 'once').expect(200);
    expect(body).toEqual(job);
    await until('the job to run', async () => runs.length > 0);
    expect(runs).toEqual([{ mailId: '8' }]);
    expect((await retry(job.id, 'once').expect(200)).body).toEqual(job);
    expectProblem(await retry(job.id), 404, { slug: 'failed-job-not-found' });
    expect(await list()).toEqual({ items: [], nextCursor: null });
  });

  inFull('are given up again, when they fail again', async () => {
    await giveUp('9');
    const [job] = (await list()).items;
    await retry(job.id).expect(200);
    await firstAttempt();
    expect((await list()).items).toEqual([]);
    await lastAttempt();
    expect((await list()).items[0]).toMatchObject({ id: job.id, attempts: ATTEMPTS });
  });

  it('are not those that wait or run, or never were', async () => {
    const [{ id }] = await site.database.query<{ id: string }>(
      `select (graphile_worker.add_job('elsewhere')).id::text as id`,
    );
    for (const nothing of [id, '999999999999', '0', '-1', '1e3', 'x', '1'.repeat(30)])
      expectProblem(await retry(nothing), 404, { slug: 'failed-job-not-found' });
    expect(await queued(site.database, 'elsewhere')).toMatchObject([{ attempts: 0 }]);
  });

  it('are listed page by page, the newest first', async () => {
    await plant(7);
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { payload: { n: number } }[]; nextCursor: string | null } = await list(
        `?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ payload }) => payload.n));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const bad = await site.app.request.get(`${FAILED}?cursor=x1`).set(site.chief.auth);
    expectProblem(bad, 422, { slug: 'invalid-input' });
  });

  it('have no error where the node that ran them was lost', async () => {
    await plant(1);
    await site.database.query('update graphile_worker._private_jobs set last_error = null');
    expect((await list()).items).toMatchObject([{ task: 'elsewhere', error: null }]);
  });

  it('are for administrators alone', async () => {
    const answer = await site.app.request.get(FAILED).set(site.helper.auth);
    expectProblem(answer, 403, { slug: 'role-required' });
  });

  it('are dropped after thirty days, and what still waits is not', async () => {
    await plant(3);
    await site.database.query(`select graphile_worker.add_job('elsewhere')`);
    await site.database.query(
      `update graphile_worker._private_jobs set created_at = now() - interval '60 days',
         run_at = now() - (case payload->>'n' when '1' then 29 else 31 end) * interval '1 day'
           + exp(least(attempts, 10)) * interval '1 second'`,
    );
    await until('the old ones to go', async () => (await list()).items.length === 1);
    expect((await list()).items).toMatchObject([{ payload: { n: 1 } }]);
    expect(await queued(site.database, 'elsewhere')).toHaveLength(2);
  });
});
