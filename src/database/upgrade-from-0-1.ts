import type { Client } from 'pg';
import { ConfigFault } from '../config/config-fault.js';

const BASELINE = { timestamp: 1_796_100_000_000, name: 'Baseline1796100000000' };

/**
 * The last migration of version 0.1. The migrations of 0.1 together are equivalent to the baseline.
 */
const LAST_BEFORE = 'BulkRest1795960000000';

/** The functions of these migrations, without a hash in their name. */
const FUNCTIONS = [
  'cast_votes',
  'count_comment_flags',
  'count_notices',
  'count_user_flags',
  'keep_queue_item',
  'move_queue_item',
  'note_stale_anchors',
  'refuse_change',
  'signal_queue',
  'take_back_review',
];

/**
 * Marks the baseline as applied on a database of version 0.1. Nodes of that version may keep
 * running and restart meanwhile: the names of its migrations stay, and its functions are dropped
 * with its build.
 * @throws ConfigFault on a database without all migrations of 0.1
 */
export async function carryOver(client: Client): Promise<void> {
  const done = await migrationsDone(client);
  if (done.length === 0 || done.includes(BASELINE.name)) return;
  if (!done.includes(LAST_BEFORE)) {
    throw new ConfigFault(
      `This database is of a version before 0.1 (the migration ${LAST_BEFORE} is missing): ` +
        'start version 0.1 on it once, then this version.',
    );
  }
  await client.query(
    `with marked as (insert into migrations (timestamp, name) values ($1, $2))
     update function_builds set functions = functions || $3::text[]
     where build = (select build from function_builds order by started_at desc limit 1)`,
    [BASELINE.timestamp, BASELINE.name, FUNCTIONS],
  );
}

async function migrationsDone(client: Client): Promise<string[]> {
  const found = await client.query(`select 1 where to_regclass('migrations') is not null`);
  if (!found.rowCount) return [];
  const done = await client.query<{ name: string }>('select name from migrations');
  return done.rows.map(({ name }) => name);
}
