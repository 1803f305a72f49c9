import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppConfig } from '../../src/config/app-config.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { EventsModule } from '../../src/events/events.module.js';
import { KEPT_DAYS } from '../../src/events/kept-days.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { inFull } from '../support/full-form.js';
import { admin, ADMIN, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

const [CHAPTER] = readFileSync(resolve('docs/operating.md'), 'utf8')
  .split('## Background work')[1]
  .split('\n## ');

/** Every work of the service, from the operators' documentation. */
const WORKS = [...CHAPTER.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name);

describe('rounds of background work', () => {
  let database: TestDatabase;
  let nodes: TestApp[];
  let editor: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    nodes = [await node(), await node()];
    editor = await admin(nodes[0]);
  });
  afterAll(async () => {
    await Promise.all(nodes.map((one) => one.close()));
    await database.drop();
  });

  /** A node with short pauses between its rounds. */
  const node = () =>
    createTestApp(database, ADMIN, (starting: NestFastifyApplication) => {
      const { periods } = starting.get(Rounds);
      for (const name of WORKS) periods.set(name, 100);
    });
  const figure = async (name: string, from = nodes[0]): Promise<Map<string, number>> => {
    const { text } = await from.request.get('/metrics').expect(200);
    const lines = text.matchAll(new RegExp(`^colloquy_${name}\\{round="([\\w-]+)"\\} (.+)$`, 'gm'));
    return new Map([...lines].map(([, round, value]) => [round, Number(value)]));
  };
  const turnsOf = async (round: string) =>
    (
      await database.query<{ node_id: string; ended: Date | null }>(
        'select node_id, ended_at as ended from round_turns where name = $1',
        [round],
      )
    )[0];

  it('each end well, by their timers, on one node or the other', async () => {
    await until('all rounds to end well', async () => {
      const wells = await Promise.all(
        nodes.map((one) => figure('round_ended_well_timestamp_seconds', one)),
      );
      return WORKS.every((name) => wells.some((well) => well.get(name)! > 0));
    });
    expect([...(await figure('round_ended_well_timestamp_seconds')).keys()].sort()).toEqual(WORKS);
    expect([...(await figure('round_failures_total')).keys()].sort()).toEqual(WORKS);
  });

  it('keep what the papers say, for as long', () => {
    const rows = [...CHAPTER.matchAll(/^\| ([a-z -]+?) +\| (\d+) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, what, days, from]) => ({ what, days: Number(days), from }))).toEqual(
      KEPT_DAYS,
    );
  });

  it('raise surges, and end the claims of idle moderators', async () => {
    const [one] = nodes;
    const { id: post } = await createPost(one, editor);
    const { id } = await say(one, editor, post, 'A contested claim');
    await database.query(`update site set created_at = now() - interval '1 year'`);
    await database.query(`update users set created_at = now() - interval '1 year'`);
    const crowd = await Promise.all(Array.from({ length: 6 }, () => register(one)));
    for (const person of [...crowd, ...crowd]) await say(one, person, post, 'Nonsense', id);
    await until('the surge', async () => {
      const [item] = await database.query('select surge from queue_items where id = $1', [id]);
      return Boolean(item?.surge);
    });
    await one.request.put(`/api/v1/moderation/queue/${id}/claim`).set(editor.auth).expect(200);
    await database.query(`update queue_claims set active_at = now() - interval '1 hour'`);
    await until(
      'the claim to end',
      async () => (await database.query('select 1 from queue_claims')).length === 0,
    );
  });

  it('move scores, finish bulk jobs, find passages again and show statements', async () => {
    const [one, other] = nodes;
    const { id: post } = await createPost(one, editor, {
      body: 'Before the passage that is quoted.',
    });
    const reader = await register(one);
    const { id } = await say(one, reader, post, 'To be removed');
    await other.request
      .put(`/api/v1/comments/${id}/vote`)
      .set(editor.auth)
      .send({ value: 1 })
      .expect(200);
    await until('the sort key to move', async () => {
      const [{ best }] = await database.query<{ best: number }>(
        'select best from comments where id = $1',
        [id],
      );
      return best > 0;
    });
    await database.query(`insert into stale_anchors (post_id) values ($1) on conflict do nothing`, [
      post,
    ]);
    await until(
      'the passages to be found',
      async () => (await database.query('select 1 from stale_anchors')).length === 0,
    );
    const job = await one.request
      .post('/api/v1/moderation/bulk')
      .set(editor.auth)
      .send({ action: 'remove', reason: 'spam', comments: [{ id, version: 1 }] })
      .expect(201);
    await until('the job to be done', async () => {
      const { body } = await one.request
        .get(`/api/v1/moderation/bulk/${job.body.id}`)
        .set(editor.auth);
      return body.state === 'done' && body.done === 1;
    });
    await database.query(`update statements set visible_at = now()`);
    await until(
      'the statement to be told',
      async () => (await database.query('select 1 from statements where not told')).length === 0,
    );
  });

  it('of the cluster are of one node at a time, and go to another when it is gone', async () => {
    const together = { now: 0, most: 0, rounds: new Map<number, number>() };
    const works = nodes.map((one, n) =>
      one.app.get(Rounds).begin({
        name: 'trial',
        everyMs: 20,
        onceInCluster: true,
        run: async () => {
          together.most = Math.max(together.most, (together.now += 1));
          await delay(10);
          together.rounds.set(n, (together.rounds.get(n) ?? 0) + 1);
          together.now -= 1;
        },
      }),
    );
    const done = () => [...together.rounds.values()].reduce((sum, count) => sum + count, 0);
    await until('many rounds', async () => done() >= 30);
    expect(together.most).toBe(1);
    expect((await turnsOf('trial')).ended).not.toBeNull();
    await works[0].end();
    const before = together.rounds.get(1) ?? 0;
    await until('the other to go on', async () => (together.rounds.get(1) ?? 0) >= before + 5);
    // A node that died in its round keeps the turn until its lease ends.
    await database.query(
      `update round_turns set node_id = gen_random_uuid(), free_at = now() + interval '300 milliseconds' where name = 'trial'`,
    );
    const then = together.rounds.get(1)!;
    await until('the lease to end', async () => together.rounds.get(1)! >= then + 5);
    await works[1].end();
  });

  it('keep their turn while they last, and give way when another has taken it', async () => {
    const stopped = { first: false };
    let began = 0;
    const slow = {
      name: 'slow',
      everyMs: 20,
      onceInCluster: true,
      run: async (stop: AbortSignal) => {
        began += 1;
        while (!stop.aborted) await delay(5);
        stopped.first = true;
      },
    };
    const works = nodes.map((one) => one.app.get(Rounds).begin(slow));
    await until('one to begin', async () => began > 0);
    await database.query(`update round_turns set free_at = now() where name = 'slow'`);
    await until('the turn to be renewed or taken', async () => {
      const [{ held }] = await database.query<{ held: boolean }>(
        `select free_at > now() + interval '1 second' as held from round_turns where name = 'slow'`,
      );
      return held;
    });
    await database.query(
      `update round_turns set node_id = gen_random_uuid(), free_at = now() + interval '1 hour' where name = 'slow'`,
    );
    await until('the round to give way', async () => stopped.first);
    await Promise.all(works.map((work) => work.end()));
  });

  inFull('leave their turn at once when they are stopped before their end', async () => {
    const third = await node();
    const begun = new Promise<void>((begin) => {
      third.app.get(Rounds).begin({
        name: 'stopped',
        everyMs: 60_000,
        onceInCluster: true,
        run: (stop) => {
          begin();
          return new Promise((end) => stop.addEventListener('abort', () => end(null)));
        },
      });
    });
    await begun;
    await third.close();
    const [turn] = await database.query<{ free: boolean; ended: Date | null }>(
      `select free_at <= now() as free, ended_at as ended from round_turns where name = 'stopped'`,
    );
    expect(turn).toEqual({ free: true, ended: null });
  });

  it('are not of commands, which have some of the rooms only', async () => {
    const imports = [
      ConfigModule.forRoot(nodes[0].app.get(AppConfig)),
      DatabaseModule.forRoot(database.connection),
      EventsModule,
    ];
    const command = await NestFactory.createApplicationContext(
      { module: class Command {}, imports },
      { logger: false },
    );
    let rounds = 0;
    const work = command.get(Rounds).begin({
      name: 'of a command',
      everyMs: 1,
      run: async () => (rounds += 1),
    });
    work.wake();
    await command.close();
    expect(rounds).toBe(0);
  });

  it('begin again after a failure, never twice at once, and are waited for at the end', async () => {
    const third = await node();
    let [began, ended, now, most] = [0, 0, 0, 0];
    let fails = true;
    const round = third.app.get(Rounds).begin({
      name: 'failing',
      everyMs: 5,
      run: async () => {
        began += 1;
        most = Math.max(most, (now += 1));
        await delay(20);
        now -= 1;
        if (fails) throw new Error('Not yet');
        ended += 1;
      },
    });
    await until(
      'failures',
      async () => ((await figure('round_failures_total', third)).get('failing') ?? 0) >= 2,
    );
    expect((await figure('round_ended_well_timestamp_seconds', third)).get('failing')).toBe(0);
    fails = false;
    for (let n = 0; n < 10; n++) round.wake();
    await until('a round that ends well', async () => ended > 0);
    expect(most).toBe(1);
    await third.close();
    expect(now).toBe(0);
    const atTheEnd = began;
    round.wake();
    expect(began).toBe(atTheEnd);
  });
});
