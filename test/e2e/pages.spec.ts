import { type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const SITE = 'https://reviews.example';
const READERS = 20;

describe('a page of the host site', () => {
  let database: TestDatabase;
  let app: TestApp;
  let reader: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, { SITE_ORIGINS: SITE });
    reader = await register(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const ensure = (page: object) =>
    app.request.post('/api/v1/posts/by-page').set(reader.auth).send(page);

  it('gets a slug of its own though others of the same title are made at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: READERS }, (_, at) =>
        ensure({ url: `${SITE}/reviews/${at}`, title: 'The same title' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(READERS);
  });

  it('becomes one post however many readers come to it at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: READERS }, () =>
        ensure({ key: 'film-7', url: `${SITE}/film/7`, title: 'Another title' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(READERS - 1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });
});
