import { Database } from '../../src/database/database.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { type RunningJob, Tasks } from '../../src/jobs/tasks.js';
import { enqueue, hurry, queued } from '../support/jobs.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

interface Named {
  name: string;
}

describe('jobs', () => {
  const runs: string[] = [];
  const attempts: RunningJob[] = [];
  let fails = 0;
  let release = () => undefined as void;
  const site = useSite({
    nodes: 2,
    prepare: (app) => {
      const tasks = app.get(Tasks);
      tasks.handle('trial', async ({ name }: Named) => void runs.push(name));
      tasks.handle('failing', async (_, job) => {
        attempts.push(job);
        if (fails-- > 0) throw new Error('550 <anna@example.org> is unknown\n    at /srv/a.js:1');
        await new Promise<void>((resolve) => (release = resolve));
      });
    },
  });
  beforeEach(() => void runs.splice(0));

  const trial = (name: string) => ({ task: 'trial', payload: { name } });
  const ran = (name: string) => until(`${name} to run`, async () => runs.includes(name));
  const emptied = (task: string) =>
    until('the queue to be empty', async () => (await queued(site.database, task)).length === 0);

  it('run once where their transaction commits, on one node or the other', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `job-${n}`);
    for (const name of names) await enqueue(site.nodes[runs.length % 2], trial(name));
    await emptied('trial');
    expect(runs.toSorted()).toEqual(names.toSorted());
  });

  it('never run where it does not', async () => {
    const { app } = site.app;
    const act = app.get(Database).transaction(async (tx) => {
      await app.get(Jobs, { strict: false }).enqueue(tx, trial('undone'));
      throw new Error('No');
    });
    await expect(act).rejects.toThrow('No');
    await enqueue(site.app, trial('done'));
    await ran('done');
    await emptied('trial');
    expect(runs).toEqual(['done']);
  });

  it('replace one that waits under their key, with its time', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await enqueue(site.app, { ...trial('first'), key: 'one', runAt: later });
    await enqueue(site.app, { ...trial('second'), key: 'one' });
    await emptied('trial');
    expect(runs).toEqual(['second']);
  });

  it('wait for their time', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await enqueue(site.app, { ...trial('later'), runAt: later });
    await enqueue(site.app, trial('now'));
    await until('one to be done', async () => (await queued(site.database, 'trial')).length === 1);
    expect(runs).toEqual(['now']);
    expect(await queued(site.database, 'trial')).toMatchObject([{ attempts: 0, held: false }]);
    await hurry(site.database);
    await emptied('trial');
    expect(runs).toEqual(['now', 'later']);
  });

  it('run again after a failure, whose error is kept without what it quotes', async () => {
    fails = 1;
    await enqueue(site.app, { task: 'failing', payload: {} });
    await until('the failure', async () =>
      (await queued(site.database, 'failing')).some(({ error }) => error !== null),
    );
    const [{ error }] = await queued(site.database, 'failing');
    expect(error).toBe('550 <[e-mail]> is unknown');
    await hurry(site.database);
    await until('the next attempt', async () => attempts.length === 2);
    release();
    await emptied('failing');
    expect(attempts.map(({ attempt, last }) => ({ attempt, last }))).toEqual([
      { attempt: 1, last: false },
      { attempt: 2, last: false },
    ]);
    const { text } = await site.app.request.get('/metrics').expect(200);
    const other = await site.nodes[1].request.get('/metrics').expect(200);
    const count = (end: string) =>
      [text, other.text]
        .map(
          (one) =>
            new RegExp(`^colloquy_jobs_total\\{task="failing",end="${end}"\\} (\\d+)$`, 'm').exec(
              one,
            )![1],
        )
        .reduce((sum, one) => sum + Number(one), 0);
    expect([count('failed'), count('done'), count('gave-up')]).toEqual([1, 1, 0]);
  });

  it('go on when the connections of the workers are cut', async () => {
    const cut = await site.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like '%:jobs'`,
    );
    expect(cut.length).toBeGreaterThanOrEqual(2);
    await enqueue(site.app, trial('after the cut'.replaceAll(' ', '-')));
    await ran('after-the-cut');
    await emptied('trial');
  });

  it('carry ids', async () => {
    const wrong = ['anna@example.org', 'What somebody wrote', 'x'.repeat(101), { of: 'Anna' }];
    for (const value of [...wrong, ['1', { of: 'Anna' }]]) {
      const job = { task: 'trial', payload: { name: value as string } };
      await expect(enqueue(site.app, job)).rejects.toThrow('something else than ids in "name"');
    }
    expect(await queued(site.database, 'trial')).toEqual([]);
  });
});
