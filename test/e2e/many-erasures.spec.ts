import { writeFileSync } from 'node:fs';
import supertest from 'supertest';
import { Crawler } from '../support/canaries/crawler.js';
import { findDrift } from '../support/counters.js';
import { Crowd } from '../support/erasures/crowd.js';
import { durationsOf, noteDurations } from '../support/erasures/durations.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { CANARY, findCanaries } from '../support/erasures/planting.js';
import { eraseAll } from '../support/erasures/running.js';
import { findTornOff, listUnchanged, readThreads } from '../support/erasures/thread-pages.js';
import { placesOf } from '../support/erasures/thread-shape.js';
import { Writers } from '../support/erasures/writers.js';
import { FULL } from '../support/full-form.js';
import { ApiDocument } from '../support/openapi.js';
import { ADMIN, type Person, register, signInAsAdmin } from '../support/people.js';
import { type Service, startService } from '../support/service.js';
import type { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** `npm run erasures` erases a thousand, and checks the figures. */
const { ERASED, ERASURE_FIGURES } = process.env;
const PEOPLE = Number(ERASED ?? (FULL ? 12 : 4));
const WRITERS = 10;
const COMMENTS_A_SECOND = FULL ? 50 : 10;
/** Comments and accounts of which every address is read. */
const ADDRESSES = ERASED ? 24 : 3;
const PATIENCE_MS = 1_500_000;

/** The service runs as a separate process, since its output is checked, too. */
describe('many erasures while others write', () => {
  let database: TestDatabase;
  let service: Service;
  let app: TestApp;
  let crowd: Crowd;
  let editor: Person;
  const writers: Person[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    service = await startService({
      DATABASE_URL: database.url,
      AUTH_SECRET: 'J8sN2kVq0xLr5tYb7uWz3eRf9hGm4aPd6cTi1oQn',
      ERASURE_LEDGER: ledgerPath(),
      LOG_LEVEL: 'trace',
      RATE_LIMITS: 'off',
      SEED_DEMO: 'false',
      ...ADMIN,
    });
    app = { url: service.url, request: supertest(service.url) } as unknown as TestApp;
    editor = await signInAsAdmin(app);
    for (let count = 0; count < WRITERS; count++) writers.push(await register(app));
    crowd = new Crowd(app, database, { editor, other: writers[0] });
    await crowd.gatherLeaving(PEOPLE);
    await noteDurations(database);
  }, PATIENCE_MS);
  afterAll(async () => {
    await service?.stop('SIGTERM');
    await database?.drop();
  });

  /** Reads everything of some of them, and all discussions, as a guest and as administrator. */
  async function crawl(): Promise<Crawler> {
    const some = crowd.people.slice(0, ADDRESSES);
    const nobody = { where: 'somebody who was erased', may: [], wasPublic: true };
    const planted = new Map(crowd.people.map(({ canary }) => [canary, nobody]));
    const headersOf = (kind: string) => (kind === 'admin' ? editor.auth : {});
    const crawler = new Crawler(await ApiDocument.of(app), service.url, { headersOf }, planted);
    const names = {
      post: crowd.posts.flatMap(({ id, slug }) => [id, slug]),
      id: some.flatMap(({ id, commentId, removedId }) => [id, commentId, removedId]),
      username: some.map(({ canary }) => canary),
    };
    for (const kind of ['guest', 'admin'] as const) await crawler.read(kind, names);
    crawler.close();
    return crawler;
  }

  it(
    'leave nothing of anybody in tables, pages, answers and the log, and the threads as they were',
    async () => {
      const read = await readThreads(service.url, crowd.posts);
      const shown = read.filter(({ text }) => new RegExp(CANARY).test(text));
      expect(shown.length).toBeGreaterThan(0);
      expect((await crawl()).leaks.length).toBeGreaterThan(PEOPLE);
      const places = await placesOf(database);
      const logged = service.output().length;

      const writing = new Writers(
        service.url,
        writers,
        crowd.people.map(({ postId, answerId }) => ({ postId, parentId: answerId })),
        COMMENTS_A_SECOND,
      );
      await eraseAll(database, 300_000).catch(async (error: unknown) => {
        await writing.stop();
        throw error;
      });
      const written = await writing.stop();
      const durations = await durationsOf(database);
      if (ERASURE_FIGURES)
        writeFileSync(ERASURE_FIGURES, JSON.stringify({ ...durations, ...written }));

      // Cached pages get no time to expire.
      const pages = await readThreads(service.url, crowd.posts);
      expect((await crawl()).leaks).toEqual([]);
      expect(pages.filter(({ text }) => new RegExp(CANARY).test(text))).toEqual([]);
      expect(await listUnchanged(service.url, shown)).toEqual([]);
      expect(await findCanaries(database)).toEqual([]);
      expect(service.output().slice(logged)).not.toMatch(new RegExp(CANARY));

      expect(await findDrift(database)).toEqual([]);
      const now = new Map((await placesOf(database)).map(({ id, place }) => [id, place]));
      expect(places.filter(({ id, place }) => now.get(id) !== place)).toEqual([]);
      expect(findTornOff(pages)).toEqual([]);
      const items = new Map(pages.flatMap((page) => page.items.map((item) => [item.id, item])));
      for (const [nth, { commentId, answerId }] of crowd.people.entries()) {
        const status = nth % 2 === 0 ? 'deleted' : 'published';
        expect(items.get(commentId)).toMatchObject({ status, author: null });
        expect(items.get(answerId)).toMatchObject({ status: 'published', body: 'I answer' });
      }

      expect(written.comments).toBeGreaterThan(0);
      expect(durations.count).toBe(PEOPLE);
    },
    PATIENCE_MS,
  );
});
