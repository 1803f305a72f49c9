import { randomUUID } from 'node:crypto';
import { parseConnection } from '../../src/database/connection.js';
import { Database } from '../../src/database/database.js';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { migrate } from '../../src/database/migrate.js';
import { Cluster } from '../chaos/cluster.js';
import { CLEAR, FaultProxy } from '../chaos/fault-proxy.js';
import { inFull } from '../support/full-form.js';
import { connectLive } from '../support/live-client.js';
import { admin, ADMIN, type Person } from '../support/people.js';
import { waitBrieflyForConnections } from '../support/pool.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until, untilFound } from '../support/until.js';

const DATABASE = 'faults';

const END_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = '${DATABASE}' and application_name like 'colloquy:%'`;

describe('while its database is at fault, the service', () => {
  let cluster: Cluster;
  let door: FaultProxy;
  let app: TestApp;
  let editor: Person;
  let post: string;

  beforeAll(async () => {
    cluster = await Cluster.start();
    door = await FaultProxy.open(() => [cluster.target]);
    await cluster.createDatabase(DATABASE, 'template0');
    const connection = parseConnection(cluster.url(DATABASE, door.port));
    await migrate(connection, databaseFunctions);
    const env = { ...ADMIN, RATE_LIMITS: 'off' };
    app = await createTestApp({ connection }, env, waitBrieflyForConnections);
    editor = await admin(app);
    post = (await createPost(app, editor)).id;
  });
  afterAll(async () => {
    await app?.close();
    await door?.close();
    cluster?.remove();
  });

  const write = (key: string) =>
    app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(editor.auth)
      .set('idempotency-key', key)
      .send({ body: 'Kept' });
  const ready = async () => (await app.request.get('/health/ready')).status;
  /** A busy machine also makes it not ready, if the database does not answer within two seconds. */
  const untilReady = () => until('it to be ready', async () => (await ready()) === 200);
  /** The pool may hand out a connection that breaks at once: the answer is 503, so it retries. */
  const count = () =>
    untilFound('the page to be read', async () => {
      const { status, body } = await app.request.get(`/api/v1/posts/${post}/comments`);
      if (status === 503) return null;
      expect(status).toBe(200);
      return body.post.commentCount as number;
    });

  /** No connection is in use, and no request waits for one. */
  const untilPoolIsQuiet = () =>
    until('every connection to be given back', async () => {
      const { text } = await app.request.get('/metrics').expect(200);
      const of = (name: string) =>
        Number(new RegExp(`^colloquy_pool_${name} (\\d+)$`, 'm').exec(text)![1]);
      return of('connections') <= 10 && of('idle') === of('connections') && of('waiting') === 0;
    });

  /** Repeats the request until it is done; every other answer is a 503 with a retry time. */
  const settle = async (key: string) => {
    const seen: number[] = [];
    await until('the write to be done', async () => {
      const answer = await write(key);
      seen.push(answer.status);
      if (answer.status === 201) return true;
      expect(answer.status).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.body.type).toBe('/problems/temporarily-unavailable');
      return false;
    });
    return seen;
  };

  it.each([
    [
      'full',
      [
        `create function refuse() returns trigger language plpgsql as
           $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`,
        'create trigger refuse before insert on comments execute function refuse()',
      ],
      ['drop trigger refuse on comments', 'drop function refuse()'],
    ],
    [
      'read-only',
      // Run separately: connections end after the new setting is committed, and keep no old one.
      [`alter database ${DATABASE} set default_transaction_read_only = on`, END_CONNECTIONS],
      [`alter database ${DATABASE} reset default_transaction_read_only`],
    ],
  ])('refuses writes and answers reads when the disk is %s', async (_, break_, mend) => {
    const before = await count();
    const key = randomUUID();
    const client = await cluster.client(DATABASE);
    try {
      for (const statement of break_) await client.query(statement);
      await until('a page to be read', async () => (await app.request.get('/api/v1/posts')).ok);
      const refused = await write(key);
      expect(refused.status).toBe(503);
      expect(refused.headers['retry-after']).toBe('1');
      expect(await count()).toBe(before);
      await untilReady();
    } finally {
      await client.query('set default_transaction_read_only = off');
      for (const statement of mend) await client.query(statement);
      await client.end();
    }
    await until('a transaction to go well', async () => {
      const renaming = app.request.patch(`/api/v1/posts/${post}`).set(editor.auth);
      return (await renaming.send({ title: `After ${key}` })).status === 200;
    });
    await settle(key);
    expect((await write(key)).status).toBe(201);
    expect(await count()).toBe(before + 1);
    await untilPoolIsQuiet();
  });

  it.each([
    ['are cut', async () => door.cutAll()],
    ['are ended by an administrator', async () => void (await cluster.terminate(100))],
  ])('does each write once when its connections %s', async (_, cut) => {
    const before = await count();
    const writing = Array.from({ length: 30 }, () => settle(randomUUID()));
    await cut();
    const statuses = (await Promise.all(writing)).flat();
    expect(statuses.filter((status) => status === 201)).toHaveLength(30);
    expect(await count()).toBe(before + 30);
    await untilReady();
    await untilPoolIsQuiet();
  });

  it('answers 503 and is not ready when its pool is full, and gives every connection back', async () => {
    const comments: string[] = [];
    for (let n = 0; n < 12; n++) comments.push((await say(app, editor, post, `Edited ${n}`)).id);
    const client = await cluster.client(DATABASE);
    await client.query('begin');
    await client.query('select 1 from post_heads where post_id = $1 for update', [post]);
    const edit = (id: string) =>
      app.request
        .patch(`/api/v1/comments/${id}`)
        .set(editor.auth)
        .set('if-match', '1')
        .send({ body: 'Edited in the end' });
    let isOver = false;
    /** Requests in flight. A lock wait of five seconds ends in a refusal, and a retry. */
    const held = new Map<string, Promise<number>>();
    const hold = (id: string) =>
      held.set(
        id,
        edit(id).then(({ status }) => {
          if (isOver) return status;
          expect(status).toBe(503);
          held.delete(id);
          return status;
        }),
      );
    await until('the pool to be full', async () => {
      for (const id of comments.slice(0, 10)) if (!held.has(id)) hold(id);
      return (await ready()) === 503;
    });
    const refused = await edit(comments[10]);
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('1');
    isOver = true;
    await client.query('commit');
    await client.end();
    await untilReady();
    // A request refused at the last moment has changed nothing.
    for (const [id, answer] of held) {
      const status = await answer;
      const { body } = await app.request.get(`/api/v1/comments/${id}`).expect(200);
      expect([body.version, status]).toEqual(body.version === 2 ? [2, 200] : [1, 503]);
    }
    expect((await edit(comments[11])).status).toBe(200);
    await untilPoolIsQuiet();
  });

  it('is not ready and answers 503 while its server is away, and goes on when it is back', async () => {
    const live = await connectLive(app.url);
    try {
      const { seq } = await live.subscribe(post);
      const before = await count();
      cluster.kill();
      await until('it not to be ready', async () => (await ready()) === 503);
      expect((await app.request.get('/health/live')).status).toBe(200);
      const key = randomUUID();
      expect((await write(key)).status).toBe(503);
      await until('no page to be served from memory', async () => {
        const { status } = await app.request.get(`/api/v1/posts/${post}/comments`);
        expect([200, 503]).toContain(status);
        return status === 503;
      });
      await cluster.restart();
      await settle(key);
      await untilReady();
      expect(await count()).toBe(before + 1);
      await live.untilSeq(post, seq! + 1);
      await untilPoolIsQuiet();
    } finally {
      live.close();
    }
  });

  inFull(
    'gives up connections over which nothing comes any more, though nobody says so',
    async () => {
      const before = await count();
      // More than the rounds use at once: with every connection in use, a new one would be healthy.
      const database = app.app.get(Database);
      await Promise.allSettled(
        Array.from({ length: 8 }, () => database.query({ text: 'select pg_sleep(0.2)' })),
      );
      door.swallowOpen();
      const key = randomUUID();
      expect(await ready()).toBe(503);
      await settle(key);
      await untilReady();
      expect(await count()).toBe(before + 1);
      await untilPoolIsQuiet();
      door.change(CLEAR);
    },
  );

  it('bounds what a session of it may wait for', async () => {
    const database = app.app.get(Database);
    const setting = async (name: string) =>
      (
        await database.query<{ value: string }>({
          text: `select current_setting('${name}') as value`,
        })
      )[0].value;
    expect(await setting('statement_timeout')).toBe('10s');
    expect(await setting('lock_timeout')).toBe('5s');
    expect(await setting('idle_in_transaction_session_timeout')).toBe('15s');
  });
});
