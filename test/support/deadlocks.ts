import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

/** The number of deadlocks of a database whose nodes have all been closed. */
export async function countDeadlocks(database: TestDatabase): Promise<number> {
  // A backend may report its deadlocks only when it ends.
  await until('the connections of all nodes to end', async () => {
    const [{ others }] = await database.query<{ others: number }>(
      `select count(*)::integer as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return others === 0;
  });
  const [{ deadlocks }] = await database.query<{ deadlocks: number }>(
    `select deadlocks::integer from pg_stat_database where datname = current_database()`,
  );
  return deadlocks;
}
