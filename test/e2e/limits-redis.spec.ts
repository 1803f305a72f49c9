import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { Limits } from '../../src/auth/limits/limits.js';
import { TooManyRequests } from '../../src/auth/limits/limits.errors.js';
import { hasRedis, Redis } from '../support/redis.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const [{ count: MOST }] = LIMIT_CLASSES.registration.network;

(hasRedis ? describe : describe.skip)('limits that nodes share over Redis', () => {
  let redis: Redis;
  let database: TestDatabase;
  let nodes: TestApp[];

  beforeAll(async () => {
    redis = await Redis.start();
    database = await createTestDatabase();
    const env = { REDIS_URL: redis.url, RATE_LIMITS: 'on' };
    nodes = [await createTestApp(database, env), await createTestApp(database, env)];
  });
  afterAll(async () => {
    for (const node of nodes ?? []) await node.close();
    await database?.drop();
    await redis?.kill();
  });

  const take = async (node: number, address: string): Promise<boolean> => {
    try {
      const limits = nodes[node].app.get(Limits, { strict: false });
      await limits.take('registration', { address, account: null });
      return true;
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
      return false;
    }
  };
  const passing = async (address: string, times: number): Promise<number> => {
    let passed = 0;
    for (let nth = 0; nth < times; nth++) if (await take(nth % 2, address)) passed += 1;
    return passed;
  };

  it('are one for all nodes', async () => {
    expect(await passing('203.0.113.1', 3 * MOST)).toBe(MOST);
  });

  it('are each node its own while Redis is away, and one again when it is back', async () => {
    await redis.kill();
    expect(await passing('203.0.114.1', 4 * MOST)).toBe(2 * MOST);
    await redis.start();
    let nth = 0;
    await until('a count that both nodes know', async () => {
      const address = `203.0.115.${++nth}`;
      return (await passing(address, 2 * MOST)) === MOST;
    });
  });
});
