import supertest from 'supertest';
import { ACCESS_ENV, Cast, type ViewerKind } from '../support/access/viewers.js';
import { Crawler, type Names } from '../support/canaries/crawler.js';
import { Planting } from '../support/canaries/planting.js';
import { oneOf } from '../support/full-form.js';
import { connectLive, type LiveClient } from '../support/live-client.js';
import { ApiDocument } from '../support/openapi.js';
import { signInAsAdmin } from '../support/people.js';
import { type Service, startService } from '../support/service.js';
import type { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** `npm run canaries` plants enough for 50,000 answers and events. */
const MANY = process.env.CANARIES === 'full';
const POSTS = MANY ? 20 : 1;

/** Viewers who see only public content. */
const READERS: readonly ViewerKind[] = [
  'guest',
  'banned',
  ...oneOf<ViewerKind>(['member', 'premoderated', 'suspended']),
];
const KINDS: readonly ViewerKind[] = [...READERS, 'author', 'moderator', 'admin'];

/** The service runs as a separate process, since its output is checked, too. */
describe('what is hidden', () => {
  let database: TestDatabase;
  let service: Service;
  let crawler: Crawler;
  let planting: Planting;
  let names: Names;
  const sockets = new Map<ViewerKind, LiveClient>();

  beforeAll(async () => {
    database = await createTestDatabase();
    service = await startService({
      DATABASE_URL: database.url,
      AUTH_SECRET: 'J8sN2kVq0xLr5tYb7uWz3eRf9hGm4aPd6cTi1oQn',
      LOG_LEVEL: 'trace',
      RATE_LIMITS: 'off',
      SEED_DEMO: 'false',
      ...ACCESS_ENV,
    });
    // The service created the first administrator at its start.
    const app = { url: service.url, request: supertest(service.url) } as unknown as TestApp;
    const cast = await Cast.of(app, database, await signInAsAdmin(app));
    const api = await ApiDocument.of(app);
    planting = new Planting(app, database, cast);
    crawler = new Crawler(api, service.url, cast, planting.planted);
    for (const kind of KINDS.filter((kind) => kind !== 'banned')) {
      const { authorization } = cast.headersOf(kind);
      const token = authorization?.replace('Bearer ', '');
      sockets.set(kind, await connectLive(service.url, { token }));
    }
    for (let count = 0; count < POSTS; count++) {
      await planting.plantPost(async (postId) => {
        for (const socket of sockets.values()) await socket.subscribe(postId, { after: 0 });
      });
      await planting.plantBanned();
    }
    names = await listNames();
  }, 300_000);
  afterAll(async () => {
    for (const socket of sockets.values()) socket.close();
    crawler?.close();
    await service?.stop('SIGTERM');
    await database?.drop();
  });

  async function listNames(): Promise<Names> {
    // One decision with held evidence represents all of them.
    const things = await database.query<{ id: string }>(
      'select id from comments union all (select decision_id from evidence_holds limit 1)',
    );
    return {
      post: planting.posts,
      id: things.map(({ id }) => id),
      username: planting.people.map(({ username }) => username),
    };
  }

  it('is found in no answer to those who may not see it', async () => {
    for (const kind of KINDS) await crawler.read(kind, names);
    expect(crawler.leaks).toEqual([]);
  }, 300_000);

  it('is found in no refusal', async () => {
    for (const kind of READERS) await crawler.provoke(kind, names);
    expect(crawler.leaks).toEqual([]);
  }, 300_000);

  it('comes over no socket, as it happens or when the log is read again', async () => {
    for (const [kind, socket] of sockets) {
      for (const post of planting.posts.filter((name) => !name.startsWith('review-'))) {
        const [{ seq }] = await database.query<{ seq: number }>(
          'select seq::integer from post_heads where post_id = $1',
          [post],
        );
        await socket.untilSeq(post, seq);
        await socket.subscribe(post, { after: 0 });
      }
      expect(socket.received.length).toBeGreaterThan(0);
      for (const received of socket.received) {
        const live = received.kind === 'events';
        crawler.look(kind, `socket, ${received.kind}`, JSON.stringify(received), live);
      }
    }
    expect(crawler.leaks).toEqual([]);
  }, 120_000);

  it('is not in the log of the service', () => {
    for (const line of service.output().split('\n')) crawler.look('log', 'log', line);
    expect(crawler.leaks.filter(({ by }) => by === 'log')).toEqual([]);
  });

  it('is found by those who may see it, so that the search can find anything', () => {
    for (const kind of ['author', 'moderator', 'admin'] as const) {
      const may = [...planting.planted].filter(([, { may }]) => may.includes(kind));
      const missed = may.filter(([canary]) => !crawler.found.get(kind)?.has(canary));
      expect([...new Set(missed.map(([, { where }]) => where))]).toEqual([]);
    }
  });

  it('was looked for in enough places', () => {
    const { looked, leaks } = crawler;
    if (MANY) process.stdout.write(`${looked} answers and events, ${leaks.length} leaks\n`);
    expect(looked).toBeGreaterThan(MANY ? 50_000 : 2_000);
  });
});
