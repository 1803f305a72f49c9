import { inFull } from '../support/full-form.js';
import { createTestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const TOKEN = 'c1f04b7d9e2a86335fd08b14e7a9c26d';

describe('who reads the metrics', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const statusOf = async (env: Record<string, string>, headers: Record<string, string> = {}) => {
    const node = await createTestApp(database, env);
    try {
      const { status } = await node.request.get('/metrics').set(headers);
      return status;
    } finally {
      await node.close();
    }
  };

  inFull('is anybody on the machine in development, and nobody behind a proxy', async () => {
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({}, { 'x-forwarded-for': '203.0.113.5' })).toBe(404);
    expect(await statusOf({}, { forwarded: 'for=203.0.113.5' })).toBe(404);
  });

  it('is nobody in production without a token', async () => {
    expect(await statusOf({ NODE_ENV: 'production' })).toBe(404);
  });

  it('is who sends the token, also through a proxy', async () => {
    const env = { NODE_ENV: 'production', METRICS_TOKEN: TOKEN };
    expect(await statusOf(env)).toBe(404);
    expect(await statusOf(env, { authorization: 'Bearer c1f04b7d' })).toBe(404);
    expect(await statusOf(env, { authorization: TOKEN })).toBe(404);
    const proxied = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.5' };
    expect(await statusOf(env, proxied)).toBe(200);
  });
});

describe('transport security', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it.each([
    ['https://talk.example.org', 'max-age=31536000'],
    ['http://127.0.0.1:3000', undefined],
  ])('of %s is %s', async (PUBLIC_URL, header) => {
    const node = await createTestApp(database, { PUBLIC_URL });
    try {
      for (const path of ['/', '/embed.js', '/api/v1/posts', '/nowhere']) {
        const { headers } = await node.request.get(path);
        expect([path, headers['strict-transport-security']]).toEqual([path, header]);
      }
    } finally {
      await node.close();
    }
  });
});
