import type { INestApplicationContext } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** The pool of a service, for which TypeORM has no public name. */
export function poolOf(app: INestApplicationContext): Pool {
  return (app.get(DataSource).driver as unknown as { master: Pool }).master;
}

/** For tests of an exhausted pool: the production timeout instead of the longer test timeout. */
export function waitBrieflyForConnections(app: INestApplicationContext): void {
  poolOf(app).options.connectionTimeoutMillis = 2_000;
}

/**
 * For tests that hold a lock until something waits for it, and then for something else: on a slow
 * machine the first wait would time out. Open connections have the old timeout, so they close.
 */
export async function waitLongForLocks(app: INestApplicationContext): Promise<void> {
  const pool = poolOf(app);
  pool.options.options += ' -c lock_timeout=60s -c statement_timeout=65s';
  pool.options.query_timeout = 70_000;
  const former = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
  for (const client of former) client.release(true);
}
