import type { Client } from 'pg';
import { say } from '../say.js';
import type { Body } from '../seed/bodies.js';
import { findDrift } from '../seed/verification.js';
import { sessionClient } from '../session-client.js';
import type { Site } from '../site.js';
import type { Statement } from '../../src/database/database.js';
import { comments } from './comments.js';
import { logs } from './logs.js';
import { moderation } from './moderation.js';
import { peopleAndPosts } from './people-and-posts.js';
import type { Sizes } from './sizes.js';
import type { Loading } from './sql.js';

/** A session of the benchmark itself, without logging. */
export async function unlogged(site: Site): Promise<Client> {
  const settings = { log_min_duration_statement: '-1', 'auto_explain.log_min_duration': '-1' };
  const client = await sessionClient(site.connection, { ...settings, statement_timeout: '0' });
  // A query reports a lost connection itself.
  client.on('error', () => undefined);
  return client;
}

/** Loads a large site into an empty one. Triggers are off, so derived rows are loaded, too. */
export async function loadSite(
  site: Site,
  sizes: Sizes,
  loading: Loading,
  bodies: readonly Body[],
): Promise<void> {
  const startedAt = performance.now();
  const client = await unlogged(site);
  try {
    const settings = [
      'session_replication_role = replica',
      "work_mem = '256MB'",
      'synchronous_commit = off',
      // The loading tables have no statistics, and a nested loop would scan one for each row.
      'enable_nestloop = off',
    ];
    for (const setting of settings) await client.query(`set ${setting}`);
    const parts = { peopleAndPosts, comments, moderation, logs };
    for (const [name, part] of Object.entries(parts)) {
      for (const statement of part(sizes, loading)) {
        const values = statement.includes('$1') ? [JSON.stringify(bodies)] : [];
        await client.query(statement, values);
      }
      say(`Loaded ${name}, ${seconds(startedAt)} s`);
    }
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    await client.query('reset enable_nestloop');
    await verify(client);
    say(`Loaded, tidied and verified in ${seconds(startedAt)} s.`);
  } finally {
    await client.end();
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}

/** Number of checked posts, besides the largest one. */
const SAMPLE = 20;

/** @throws Error when a stored counter differs from what the service would have stored */
async function verify(client: Client): Promise<void> {
  const query = async <Row>({ text, values }: Statement) =>
    (await client.query(text, values as unknown[])).rows as Row[];
  const posts = await query<{ id: string }>({
    text: `(select id from places order by n desc limit 1)
      union all (select id from places order by md5(n::text) limit ${SAMPLE})`,
  });
  const drift: object[] = await query({ text: QUEUE_DRIFT });
  for (const { id } of posts) drift.push(...(await findDrift({ query }, id)));
  if (drift.length > 0) throw new Error(`What was loaded is not right: ${JSON.stringify(drift)}`);
}

/** Items whose counts differ from their open reports and notices, and held comments without one. */
const QUEUE_DRIFT = `with flags as (
    select comment_id as id, count(*) as flags, 0 as notices, sum(score) as score
    from comment_flags where state = 'open' group by 1
    union all select target_id, count(*), 0, sum(score) from user_flags where state = 'open' group by 1
    union all select comment_id, 0, count(*), 10 * count(*) from notices where state = 'received' group by 1
  ), counted as (
    select id, sum(flags) as flags, sum(notices) as notices, sum(score) as score from flags group by 1
  ), kept as (
    select id, flag_count, notice_count, score, kind from queue_items where open
  )
  select 'queue' as what, count(*)::integer as wrong from kept full join counted using (id)
  left join comments held on held.id = coalesce(kept.id, counted.id) and held.status = 'held'
  where (coalesce(kept.flag_count, 0), coalesce(kept.notice_count, 0)) is distinct from
      (coalesce(counted.flags, 0), coalesce(counted.notices, 0))
    or abs(coalesce(kept.score, 0) - coalesce(counted.score, 0)) > 0.1
    or (coalesce(kept.flag_count, 0) + coalesce(kept.notice_count, 0) = 0) <> (held.id is not null)
  having count(*) > 0
  union all
  select 'held', count(*)::integer from comments c
  where c.status = 'held' and not exists (select from queue_items q where q.id = c.id and q.open and q.kind = 'held')
  having count(*) > 0`;
