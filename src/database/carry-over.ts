import type { Client } from 'pg';
import { ConfigFault } from '../config/config-fault.js';

const BASELINE = { timestamp: 1_796_100_000_000, name: 'Baseline1796100000000' };

/** The migrations of version 0.1. Together they made what the baseline makes. */
const OF_THE_LAST_STATE = [
  'Initial1795392000000',
  'Votes1795478400000',
  'WriteComments1795482000000',
  'Readings1795485600000',
  'Presence1795520000000',
  'ReviewQueue1795540000000',
  'RecentVotes1795540100000',
  'DecisionTies1795540200000',
  'CommentMarks1795610000000',
  'DecisionLog1795611000000',
  'BulkJobs1795612000000',
  'Passages1795620000000',
  'PostUpdates1795621000000',
  'ForeignIds1795630000000',
  'QueueOfAPost1795800000000',
  'ShortWrites1795810000000',
  'Excerpts1795910000000',
  'ContinuedTexts1795910100000',
  'Rounds1795940000000',
  'Retention1795940100000',
  'QueuePlans1795940200000',
  'FunctionBuilds1795950000000',
  'AuthorChanges1795950100000',
  'BranchMoves1795950200000',
  'BulkRest1795960000000',
];

/** The functions that they made, without a hash in their name. */
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
 * Marks the baseline as done on a database of version 0.1. Nodes of that version may run on meanwhile and start
 * again: the names of its migrations stay, and its functions go with its build.
 * @throws ConfigFault on a database in which some migrations of 0.1 are missing
 */
export async function carryOver(client: Client): Promise<void> {
  const done = await migrationsDone(client);
  if (done.length === 0 || done.includes(BASELINE.name)) return;
  const missing = OF_THE_LAST_STATE.filter((name) => !done.includes(name));
  if (missing.length > 0) {
    throw new ConfigFault(
      `This database is of a version before 0.1 (the migration ${missing[0]} is missing): ` +
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
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('migrations') is not null as found`,
  );
  if (!rows[0].found) return [];
  const done = await client.query<{ name: string }>('select name from migrations');
  return done.rows.map(({ name }) => name);
}
