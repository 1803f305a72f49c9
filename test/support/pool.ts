import type { INestApplicationContext } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** The pool of a service, for which TypeORM has no public name. */
export function poolOf(app: INestApplicationContext): Pool {
  return (app.get(DataSource).driver as unknown as { master: Pool }).master;
}

/** For tests of what a full pool leads to: as long as in production, and not as on a busy machine. */
export function waitBrieflyForConnections(app: INestApplicationContext): void {
  poolOf(app).options.connectionTimeoutMillis = 2_000;
}

/**
 * For tests that hold a lock until something waits for it, and then something else: on a slow machine the first would
 * have given up by then. What has been connected before would, too, and so it is let go.
 */
export async function waitLongForLocks(app: INestApplicationContext): Promise<void> {
  const pool = poolOf(app);
  pool.options.options += ' -c lock_timeout=60s -c statement_timeout=65s';
  pool.options.query_timeout = 70_000;
  const former = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
  for (const client of former) client.release(true);
}
