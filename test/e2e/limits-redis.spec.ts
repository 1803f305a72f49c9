import { mock } from 'node:test';
import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { Limits } from '../../src/auth/limits/limits.js';
import { TooManyRequests } from '../../src/auth/limits/limits.errors.js';
import { RedisWindows } from '../../src/auth/limits/redis-windows.js';
import { FaultProxy } from '../chaos/fault-proxy.js';
import { inFull } from '../support/full-form.js';
import { hasRedis, Redis } from '../support/redis.js';
import { whileClockStands } from '../support/standing-clock.js';
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

  let networks = 0;
  /** On a busy machine a node may time out and briefly count by itself. */
  const untilShared = async (): Promise<void> => {
    await until('a count that both nodes know', async () => {
      networks += 1;
      return (await passing(`10.${networks >> 8}.${networks & 255}.1`, 2 * MOST)) === MOST;
    });
  };

  it('are one for all nodes', async () => {
    await untilShared();
    // Disables the timeout, so that a late answer still counts.
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const passed = await whileClockStands(() => passing('203.0.113.1', 3 * MOST));
      expect(passed).toBe(MOST);
    } finally {
      mock.timers.reset();
    }
  });

  it('are each node its own while Redis is away, and one again when it is back', async () => {
    await redis.kill();
    expect(await passing('203.0.114.1', 4 * MOST)).toBe(2 * MOST);
    await redis.start();
    await untilShared();
  });

  inFull(
    'are each node its own while Redis is silent, at once but for the first, and one again when it goes on',
    async () => {
      redis.stop();
      try {
        expect(await passing('203.0.116.1', 4 * MOST)).toBe(2 * MOST);
      } finally {
        redis.goOn();
      }
      await untilShared();
    },
  );

  inFull('are counted over a new connection when one has died unseen', async () => {
    const proxy = await FaultProxy.open(() => [{ host: '127.0.0.1', port: redis.port }]);
    const windows = new RedisWindows(`redis://127.0.0.1:${proxy.port}`);
    const counts = () =>
      windows.add('one', 3_600).then(
        () => true,
        () => false,
      );
    try {
      await until('a first count', counts);
      proxy.swallowOpen();
      expect(await counts()).toBe(false);
      await until('a count over another connection', counts);
    } finally {
      windows.close();
      await proxy.close();
    }
  });
});
