import type { Client } from 'pg';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

/** Waits until a statement is blocked by a given connection. */
export async function untilHeldUpBy(blocker: Client, database: TestDatabase): Promise<void> {
  const { rows } = await blocker.query<{ pid: number }>('select pg_backend_pid() as pid');
  await until('somebody to wait for the lock', async () => {
    const waiting = await database.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and $1 = any(pg_blocking_pids(pid))`,
      [rows[0].pid],
    );
    return waiting.length > 0;
  });
}

/** Waits until `count` statements are blocked by the test's connection, directly or indirectly. */
export async function untilLocksAwaited(database: TestDatabase, count = 1): Promise<void> {
  await until(`${count} to wait for the lock`, async () => {
    // Within a transaction the statistics view returns its first snapshot.
    await database.query('select pg_stat_clear_snapshot()');
    const waiting = await database.query(
      `with recursive held (pid) as (
         select pg_backend_pid()
         union
         select a.pid from held join pg_stat_activity a on held.pid = any(pg_blocking_pids(a.pid))
         where a.datname = current_database()
       )
       select 1 from held where pid <> pg_backend_pid()`,
    );
    return waiting.length >= count;
  });
}
