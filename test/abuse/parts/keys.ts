import { setTimeout as delay } from 'node:timers/promises';
import type { Asked, Sent } from '../ask.js';
import { Grounds } from '../grounds.js';
import type { Stage } from '../stage.js';
import { compareWithCalm } from './bystander.js';
import { atMost } from '../../harness/figures.js';
import type { Part } from './part.js';

const SECONDS = 15;
const AT_ONCE = 4;
/** Pause between two pairs on a connection, so that CPU contention does not affect the result. */
const PAUSE_MS = 100;

/** One member sends different acts under one key concurrently. */
export const keys: Part = async (stage, scale) => {
  const grounds = new Grounds(stage, 1);
  const [own, other, elsewhere] = await Promise.all([1, 2, 3].map(() => grounds.fresh()));
  const deadlocks = await countDeadlocks(stage);
  const { figures, outcome } = await compareWithCalm(stage, [elsewhere], () =>
    pairs(grounds, own, other, SECONDS * scale * 1_000),
  );
  // Postgres publishes its statistics with a delay.
  await delay(1_500);
  const faults = [...outcome].filter(([status]) => !/^[24]/.test(status));
  return [
    ...figures,
    atMost('deadlocks', (await countDeadlocks(stage)) - deadlocks, 0),
    {
      what: 'answers to the pairs',
      wanted: 'no 5xx',
      reached: [...outcome].map(([status, count]) => `${count} × ${status}`).join(', '),
      ok: faults.length === 0,
    },
  ];
};

async function pairs(
  grounds: Grounds,
  own: string,
  other: string,
  ms: number,
): Promise<Map<string, number>> {
  const { stage } = grounds;
  const by = stage.writer(0);
  const outcomes = new Map<string, number>();
  const note = ({ status }: Sent) =>
    outcomes.set(String(status), (outcomes.get(String(status)) ?? 0) + 1);
  const end = performance.now() + ms;
  const run = async () => {
    const mine = await grounds.write(own, by, { body: 'Mine, to be edited.' });
    const voted = await grounds.write(own, stage.writer(2), { body: 'Somebody else’s.' });
    const mayEdit: Asked = { method: 'PATCH', path: `/api/v1/comments/${mine.id}`, by };
    for (let nth = 0; performance.now() < end; nth++) {
      const comment = (post: string): Asked => ({
        method: 'POST',
        path: `/api/v1/posts/${post}/comments`,
        by,
        body: { body: `Comment ${nth}.` },
      });
      const edit = (): Asked => ({
        ...mayEdit,
        headers: { 'if-match': `"${mine.version}"` },
        body: { body: `Edited ${nth}.` },
      });
      const vote: Asked = {
        method: 'PUT',
        path: `/api/v1/comments/${voted.id}/vote`,
        by,
        body: { value: nth % 2 ? 1 : -1 },
      };
      const kinds = [
        [edit(), comment(own)],
        [comment(own), comment(other)],
        [edit(), vote],
        [vote, comment(other)],
        [comment(own), edit(), comment(other), vote],
      ];
      const key = crypto.randomUUID();
      const sent = kinds[nth % kinds.length].map((asked) => {
        const headers = { ...asked.headers, 'idempotency-key': key };
        return stage.asker.send({ ...asked, headers });
      });
      for (const one of await Promise.all(sent)) note(one);
      Object.assign(mine, await stage.asker.json({ path: mayEdit.path, by }));
      await delay(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return outcomes;
}

async function countDeadlocks({ site, database }: Stage): Promise<number> {
  const [{ deadlocks }] = await site.cluster.query<{ deadlocks: number }>(
    'postgres',
    'select deadlocks::int from pg_stat_database where datname = $1',
    [database],
  );
  return deadlocks;
}
