import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../src/app/app.setup.js';
import { Passwords } from '../../src/auth/passwords/passwords.js';
import { type Environment, parseConfig } from '../../src/config/app-config.js';
import { poolOf } from './pool.js';
import { RUN_FOLDER } from './run-folder.js';
import type { TestDatabase } from './test-database.js';

/** The whole service on a test database, listening on a free port. */
export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  request: ReturnType<typeof supertest>;
  close(): Promise<void>;
}

const SECRET = 'J8sN2kVq0xLr5tYb7uWz3eRf9hGm4aPd6cTi1oQn';

/** Cheap hashing: tests create many accounts, with known passwords. */
const OF_LITTLE_COST = { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 };

/** Called with an application before it starts. */
export type Prepare = (app: NestFastifyApplication) => unknown;

export async function createTestApp(
  database: Pick<TestDatabase, 'connection'>,
  env: Environment = {},
  prepare: Prepare = () => undefined,
): Promise<TestApp> {
  const config = parseConfig({
    PORT: '0',
    DATA_DIR: RUN_FOLDER,
    AUTH_SECRET: SECRET,
    LOG_LEVEL: 'error',
    // Tests do in seconds what people do in days; tests of the limits turn them on.
    RATE_LIMITS: env.NODE_ENV === 'production' ? 'on' : 'off',
    ...env,
  });
  const app = await createApp(config, database.connection);
  app.get(Passwords, { strict: false }).parameters = OF_LITTLE_COST;
  // On a busy machine a burst waits longer for ten connections than the default timeout.
  poolOf(app).options.connectionTimeoutMillis = 30_000;
  await prepare(app);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  let closing: Promise<void> | undefined;
  return { app, url, request: supertest(url), close: () => (closing ??= app.close()) };
}
