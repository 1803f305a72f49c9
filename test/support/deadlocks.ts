import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

/** How many deadlocks Postgres has found in a database of which every node has been closed. */
export async function countDeadlocks(database: TestDatabase): Promise<number> {
  // A backend reports its deadlocks when it ends at the latest.
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
