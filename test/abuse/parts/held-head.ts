import { setTimeout as delay } from 'node:timers/promises';
import { Grounds } from '../grounds.js';
import type { Stage } from '../stage.js';
import { compareWithCalm } from './bystander.js';
import { type Part } from './part.js';

const HELD_MS = 6_000;
/** Writers that wait for the post whose head is locked. */
const WAITING = 10;

/** Locks a post's head for as long as a large act might: other posts are not delayed. */
export const heldHead: Part = async (stage, scale) => {
  const grounds = new Grounds(stage, 1);
  const [held, ...others] = await Promise.all([1, 2, 3].map(() => grounds.fresh()));
  const { figures, outcome } = await compareWithCalm(stage, others, async () => {
    const holding = hold(stage, held, HELD_MS * scale);
    await holding.begun;
    const waiting = Array.from({ length: WAITING }, (_, nth) =>
      stage.asker.send({
        method: 'POST',
        path: `/api/v1/posts/${held}/comments`,
        by: stage.writer(2 + nth),
        body: { body: 'To the post whose head is held.' },
      }),
    );
    await holding.ended;
    return waiting;
  });
  const statuses = new Map<string, number>();
  for (const { status } of await Promise.all(outcome))
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
  return [
    ...figures,
    {
      what: 'comments to the post itself',
      wanted: 'written, or 503',
      reached: [...statuses].map(([status, count]) => `${count} × ${status}`).join(', '),
      ok: [...statuses.keys()].every((status) => status === '201' || status === '503'),
    },
  ];
};

function hold(
  { site, database }: Stage,
  postId: string,
  ms: number,
): { begun: Promise<void>; ended: Promise<void> } {
  const opened = (async () => {
    const client = await site.cluster.client(database);
    await client.query('begin');
    await client.query('select 1 from post_heads where post_id = $1 for no key update', [postId]);
    return client;
  })();
  const ended = (async () => {
    const client = await opened;
    await delay(ms);
    await client.query('rollback');
    await client.end();
  })();
  return { begun: opened.then(() => undefined), ended };
}
