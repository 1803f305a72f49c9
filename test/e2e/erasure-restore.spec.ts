import { findDrift } from '../support/counters.js';
import { Crowd } from '../support/erasures/crowd.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { CANARY, findCanaries } from '../support/erasures/planting.js';
import { eraseAll } from '../support/erasures/running.js';
import { placesOf } from '../support/erasures/thread-shape.js';
import { ADMIN } from '../support/people.js';
import { startService } from '../support/service.js';
import { useSite } from '../support/site.js';
import type { TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

/** `RESTORED=200` erases that many after the backup, and prints how long the first start took. */
const PEOPLE = Number(process.env.RESTORED ?? 4);
const PATIENCE_MS = 900_000;

describe('a backup that was made before erasures', () => {
  const ledger = ledgerPath();
  const site = useSite({
    people: { editor: 'admin', other: 'member' },
    env: { ERASURE_LEDGER: ledger },
  });
  let crowd: Crowd;
  let backup: TestDatabase;

  beforeAll(async () => {
    crowd = new Crowd(site.app, site.database, site);
    await crowd.gatherLeaving(PEOPLE);
    await site.app.close();
    backup = await site.database.copy();
    await takeBack(crowd.people.filter((_, nth) => nth % 4 < 2).map(({ id }) => id));
    // The backup's queue is due after the restore: other erasures, and mails to all.
    await noteJobs();
    await backup.query('update erasures set due_at = now()');
    await backup.query(
      `select graphile_worker.add_job('proof-mail', json_build_object('proofId', id)) from account_proofs
       where purpose = 'confirm' and user_id = any($1)`,
      [crowd.people.map(({ id }) => id)],
    );
    await backup.query('update graphile_worker._private_jobs set run_at = now()');
  }, PATIENCE_MS);
  afterAll(() => backup?.drop());

  /** Restores the state in which these accounts had not asked for erasure. */
  async function takeBack(ids: readonly string[]): Promise<void> {
    await backup.query('delete from erasures where user_id = any($1)', [ids]);
    await backup.query('update users set closed_at = null where id = any($1)', [ids]);
    await backup.query(
      `delete from graphile_worker._private_jobs where payload->>'userId' = any($1)`,
      [ids],
    );
  }

  /** Records at the start of each job how many of the accounts exist. */
  async function noteJobs(): Promise<void> {
    await backup.query('create table job_starts (there integer)');
    await backup.query(
      `create function note_job() returns trigger language plpgsql as $$ begin
         insert into public.job_starts select count(*) from public.users
           where kind <> 'erased' and id::text in (select unnest(string_to_array(tg_argv[0], ' ')));
         return null;
       end $$`,
    );
    await backup.query(
      `create trigger note_job after update on graphile_worker._private_jobs for each row
       when (old.locked_at is null and new.locked_at is not null)
       execute function note_job('${crowd.people.map(({ id }) => id).join(' ')}')`,
    );
  }

  it(
    'brings nothing of anybody back, once the service serves on it with the ledger',
    async () => {
      await site.start();
      await eraseAll(site.database);
      expect(await findCanaries(site.database)).toEqual([]);
      expect((await findCanaries(backup)).length).toBeGreaterThan(PEOPLE);
      const places = await placesOf(backup);

      const startedAt = performance.now();
      const service = await startService({
        DATABASE_URL: backup.url,
        AUTH_SECRET: 'J8sN2kVq0xLr5tYb7uWz3eRf9hGm4aPd6cTi1oQn',
        ERASURE_LEDGER: ledger,
        LOG_LEVEL: 'trace',
        SEED_DEMO: 'false',
        ...ADMIN,
      });
      const seconds = (performance.now() - startedAt) / 1_000;
      try {
        if (process.env.RESTORED)
          process.stdout.write(`It served ${seconds.toFixed(1)} s after its start.\n`);
        expect(await findCanaries(backup)).toEqual([]);
        expect(await findDrift(backup)).toEqual([]);
        expect(await placesOf(backup)).toEqual(places);
        const [{ back }] = await backup.query<{ back: number }>(
          `select count(*)::integer as back from users where id = any($1) and kind <> 'erased'`,
          [crowd.people.map(({ id }) => id)],
        );
        expect(back).toBe(0);
        // A job enqueued after them runs; those of the backup wait for administrators.
        await backup.query(`select graphile_worker.add_job('proof-mail', '{"proofId":"none"}')`);
        await until('the new job to begin', async () => {
          return (await backup.query('select 1 from job_starts')).length > 0;
        });
        const left = await backup.query<{ task: string; error: string }>(
          `select identifier as task, last_error as error from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts = j.max_attempts`,
        );
        expect(left.length).toBeGreaterThanOrEqual(PEOPLE);
        expect(new Set(left.map(({ error }) => error))).toEqual(
          new Set(['It waited in a backup that was restored.']),
        );
        expect(await backup.query('select there from job_starts')).toEqual([{ there: 0 }]);
        expect(service.output()).not.toMatch(new RegExp(CANARY));
      } finally {
        await service.stop('SIGTERM');
      }
    },
    PATIENCE_MS,
  );
});
