import type { TestDatabase } from '../test-database.js';
import { until } from '../until.js';

/** Skips everybody's day of grace, and waits until all are erased and no page shows them. */
export async function eraseAll(
  { query }: Pick<TestDatabase, 'query'>,
  patienceMs?: number,
): Promise<void> {
  const left = async () => {
    const [{ count }] = await query<{ count: number }>(
      'select count(*)::integer as count from erasures',
    );
    return count;
  };
  await query('update erasures set due_at = now()');
  await query('update graphile_worker._private_jobs set run_at = now()');
  for (let count = await left(); count > 0; count = await left())
    await until('the next erasure to end', async () => (await left()) < count, 200, patienceMs);
  const areOld = async () => (await query('select 1 from author_changes')).length > 0;
  await until('the pages to be made anew', async () => !(await areOld()), undefined, patienceMs);
}
