import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { JobWorkersRepository } from '../../src/jobs/job-workers.repository.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { type Task, Tasks } from '../../src/jobs/tasks.js';
import { inFull } from '../support/full-form.js';
import { freeTurn, holdTurn } from '../support/held-turns.js';
import { enqueue, queued } from '../support/jobs.js';
import { RUN_FOLDER } from '../support/run-folder.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createLimitedRole } from '../support/limited-role.js';
import { until } from '../support/until.js';

/** Gives a lease of six seconds, which a busy machine must not lose. */
const BEAT_MS = 1_000;
const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';

describe('workers of jobs', () => {
  let database: TestDatabase;
  let nodes: TestApp[];
  beforeEach(async () => {
    database = await createTestDatabase();
    nodes = [];
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    await database.drop();
  });

  const start = async (task?: Task<object>, on: Pick<TestDatabase, 'connection'> = database) => {
    const node = await createTestApp(on, {}, (app) => {
      app.get(Rounds).periods.set('job-workers', BEAT_MS).set('job-locks', 100);
      if (task) app.get(Tasks).handle('held', task);
    });
    nodes.push(node);
    return node;
  };
  const workers = () => database.query<{ id: string }>('select pool_id as id from job_workers');
  const gone = (task = 'held') =>
    until('the jobs to be done', async () => (await queued(database, task)).length === 0);

  it('that are killed lose what they hold to others', async () => {
    // A child without CPU time for its heartbeat would lose its job before it is killed.
    await holdTurn(database, 'job-locks');
    const asking = await start();
    const child = spawn(process.execPath, ['test/support/job-node.js'], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        DATA_DIR: RUN_FOLDER,
        AUTH_SECRET: SECRET,
        BEAT_MS: String(BEAT_MS),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await enqueue(asking, { task: 'held', payload: { id: 'one' } });
      // As long as any process of the service may take to start.
      await until('the child to hold a job', async () => said.includes('holds'), 50, 90_000);
      expect(said).toBe('holds one, attempt 1\n');
      child.kill('SIGKILL');
      await once(child, 'exit');
    } finally {
      child.kill('SIGKILL');
    }
    expect(await queued(database, 'held')).toMatchObject([{ held: true }]);
    await freeTurn(database, 'job-locks');
    const ran: unknown[] = [];
    await start(async (payload, { attempt }) => void ran.push({ ...payload, attempt }));
    await gone();
    expect(ran).toEqual([{ id: 'one', attempt: 2 }]);
    // One of the node that ran them, one of the node that asked, which has other tasks.
    await until('the rows of the two', async () => (await workers()).length === 2);
  });

  inFull('that live keep what takes long, and their rows', async () => {
    let finish = () => undefined as void;
    let began = 0;
    const node = await start(() => {
      began += 1;
      return new Promise((resolve) => (finish = resolve));
    });
    await start();
    await enqueue(node, { task: 'held', payload: {} });
    await until('the job to begin', async () => began === 1);
    // More heartbeats than a lease has, with checks for lost workers between them.
    const [{ lost }] = await database.query<{ lost: Date }>(
      'select lost_at as lost from job_workers',
    );
    await until('its first lease to be over', async () => {
      const [{ over }] = await database.query<{ over: boolean }>(
        `select now() > $1::timestamptz + interval '1 second' as over`,
        [lost],
      );
      return over;
    });
    expect(await queued(database, 'held')).toMatchObject([{ attempts: 1, held: true }]);
    finish();
    await gone();
    expect(began).toBe(1);
  });

  it('that were taken for lost begin again under another id', async () => {
    const ran: unknown[] = [];
    const node = await start(async (payload) => void ran.push(payload));
    await until('the workers', async () => (await workers()).length === 1);
    const [{ id }] = await workers();
    await database.query('delete from job_workers');
    await until('other workers', async () => (await workers()).length === 1);
    expect((await workers())[0].id).not.toBe(id);
    await enqueue(node, { task: 'held', payload: { id: 'after' } });
    await gone();
    expect(ran).toEqual([{ id: 'after' }]);
  });

  it('that beat while others look for lost ones keep what they hold', async () => {
    // The node's own check would release the row before the next heartbeat.
    await holdTurn(database, 'job-locks');
    const { app } = await start();
    const beating = new Client(database.connection);
    await beating.connect();
    try {
      await database.query(`select graphile_worker.add_job('elsewhere')`);
      await database.query(
        `insert into job_workers (pool_id, lost_at) values ('late', now() - interval '1 second')`,
      );
      await beating.query('begin');
      await beating.query(
        `update job_workers set lost_at = now() + interval '1 hour' where pool_id = 'late'`,
      );
      await database.query(
        `update graphile_worker._private_jobs set locked_by = 'late', locked_at = now() - interval '1 hour'`,
      );
      const freed = app.get(JobWorkersRepository, { strict: false }).freeLost();
      await until('the look to wait', async () => {
        const waiting = await database.query(
          `select 1 from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%delete from job_workers%'`,
        );
        return waiting.length > 0;
      });
      await beating.query('commit');
      expect(await freed).toBe(0);
      expect(await queued(database, 'elsewhere')).toMatchObject([{ held: true }]);
    } finally {
      await beating.end();
    }
  });

  it('are waited for at a stop, with a signal to those that take long', async () => {
    let stop: AbortSignal | undefined;
    let finish = () => undefined as void;
    const node = await start((_, job) => {
      ({ stop } = job);
      return new Promise((resolve) => (finish = resolve));
    });
    await enqueue(
      node,
      { task: 'held', payload: {} },
      { task: 'held', payload: {}, runAt: new Date(Date.now() + 3_600_000) },
    );
    await until('the job to begin', async () => stop !== undefined);
    let closed = false;
    const closing = node.close().then(() => (closed = true));
    await until('the signal', async () => stop!.aborted);
    expect(closed).toBe(false);
    expect(await queued(database, 'held')).toMatchObject([{ held: true }, { held: false }]);
    finish();
    await closing;
    expect(await queued(database, 'held')).toMatchObject([{ attempts: 0, held: false }]);
    expect(await workers()).toEqual([]);
  });

  inFull('that are stopped take no attempt of what they held, also not the last one', async () => {
    let began = false;
    const node = await start((_, { stop }) => {
      began = true;
      return new Promise((_done, fail) =>
        stop.addEventListener('abort', () => fail(new Error('Stopped'))),
      );
    });
    await enqueue(node, { task: 'held', payload: { id: 'one' }, maxAttempts: 1 });
    await until('the job to begin', async () => began);
    await node.close();
    expect(await queued(database, 'held')).toMatchObject([{ attempts: 0, held: false }]);
    const ran: unknown[] = [];
    await start(async (payload) => void ran.push(payload));
    await gone();
    expect(ran).toEqual([{ id: 'one' }]);
  });

  it('work as a role that owns nothing', async () => {
    const role = await createLimitedRole(database);
    try {
      const ran: unknown[] = [];
      const node = await start(async (payload) => void ran.push(payload), role);
      await enqueue(node, { task: 'held', payload: { id: 'by-the-role' } });
      await gone();
      expect(ran).toEqual([{ id: 'by-the-role' }]);
      await node.close();
    } finally {
      await role.drop();
    }
  });
});
