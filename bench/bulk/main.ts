import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { findDrift } from '../../test/support/counters.js';
import { untilFound } from '../../test/support/until.js';
import { call, type Person, registerWriters, signInAdmin } from '../people.js';
import { say } from '../say.js';
import type { Service } from '../service.js';
import { sessionClient } from '../session-client.js';
import { Site } from '../site.js';
import { type Felt, type Habit, Onlookers } from './onlookers.js';

const COMMENTS = Number(process.argv[2] ?? 20_000);
const BEFORE_MS = 5_000;
const LOOK_MS = 250;
/** Ten times what the default number of comments needs. */
const PATIENCE_MS = 30 * 60_000;

interface Job {
  id: string;
  state: string;
  total: number;
  done: number;
  refused: number;
}

/**
 * Removes a whole discussion while others read and write in it, kills the service in the middle,
 * and recounts everything at the end. Ends with 1 when a check fails.
 */
async function main(): Promise<void> {
  const site = await Site.open({ dataDir: null, service: 'dist/main.js', nodeFlags: [] } as never);
  try {
    let service = await site.serve(true);
    const { postId } = await site.thread(COMMENTS);
    const admin = await signInAdmin(service);
    const [writer] = await registerWriters(service);
    const other = await call<{ id: string }>(service, 'POST', '/posts', {
      by: admin,
      body: { slug: 'another-one', title: 'Another one' },
    });
    const database = await sessionClient(site.connection, { statement_timeout: '0' });
    const before = await headOf(database, postId);
    const habits = () => habitsIn(service, writer, postId, other.id);

    const quiet = new Onlookers(habits());
    await delay(BEFORE_MS);
    tell('before', await quiet.stop());

    const startedAt = performance.now();
    const job = await call<Job>(service, 'POST', '/moderation/bulk', {
      by: admin,
      body: { action: 'remove', reason: 'spam', post: postId },
    });
    say(`Selected ${job.total} comments in ${Math.round(performance.now() - startedAt)} ms.`);
    let meanwhile = new Onlookers(habits());
    await reached(service, admin, job, job.total / 2);
    tell('while it ran', await meanwhile.stop());

    process.kill(service.pid, 'SIGKILL');
    const killedAt = performance.now();
    service = await site.serveAfresh(true);
    const { done } = await call<Job>(service, 'GET', `/moderation/bulk/${job.id}`, { by: admin });
    say(
      `Killed after ${done} of them; up again after ${Math.round(performance.now() - killedAt)} ms.`,
    );
    meanwhile = new Onlookers(habits());
    const end = await reached(service, admin, job, job.total);
    const seconds = (performance.now() - startedAt) / 1_000;
    tell('after the kill', await meanwhile.stop());
    say(
      `${end.done} removed, ${end.refused} refused in ${seconds.toFixed(1)} s: ${Math.round(end.done / seconds)} a second.`,
    );
    await judge(database, postId, before.seq, end);
    await database.end();
  } finally {
    await site.close();
  }
}

function habitsIn(service: Service, writer: Person, postId: string, otherId: string): Habit[] {
  const read = (post: string) => async () => {
    const answer = await fetch(`${service.url}/api/v1/posts/${post}/comments`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(String(answer.status));
  };
  const write = (post: string) => async () => {
    await call(service, 'POST', `/posts/${post}/comments`, {
      by: writer,
      body: { body: 'Meanwhile' },
    });
  };
  return [
    { name: 'read there', act: read(postId) },
    { name: 'read elsewhere', act: read(otherId) },
    { name: 'write there', act: write(postId) },
    { name: 'write elsewhere', act: write(otherId) },
  ];
}

/** Waits until `count` comments are done, or the job has ended. */
function reached(service: Service, by: Person, { id }: Job, count: number): Promise<Job> {
  const look = async () => {
    const job = await call<Job>(service, 'GET', `/moderation/bulk/${id}`, { by });
    const isFar = count < job.total && job.done + job.refused >= count;
    return isFar || job.state !== 'running' ? job : null;
  };
  return untilFound(`${count} decisions`, look, LOOK_MS, PATIENCE_MS);
}

/** Recounts everything from the rows. */
async function judge(database: Client, postId: string, seqBefore: number, job: Job): Promise<void> {
  const query = async <Row>(text: string, values?: unknown[]) =>
    (await database.query(text, values)).rows as Row[];
  const drift = await findDrift({ query } as never);
  const [feed] = await query<{ removals: number; written: number; holes: number }>(
    `select count(*) filter (where type = 'comment.removed')::integer as removals,
       count(*) filter (where type = 'comment.created')::integer as written,
       (max(seq) - $2 - count(*))::integer as holes
     from post_events where post_id = $1 and seq > $2`,
    [postId, seqBefore],
  );
  const [log] = await query<{ decisions: number }>(
    `select count(*)::integer as decisions from decisions where post_id = $1 and action = 'remove'`,
    [postId],
  );
  say(JSON.stringify({ drift: drift.length, ...feed, ...log }));
  const right =
    drift.length === 0 &&
    feed.holes === 0 &&
    feed.removals === job.done &&
    log.decisions === job.done &&
    job.done === job.total;
  if (!right) throw new Error('The counts do not agree.');
}

async function headOf(database: Client, postId: string): Promise<{ seq: number }> {
  const { rows } = await database.query(
    'select seq::integer as seq from post_heads where post_id = $1',
    [postId],
  );
  return rows[0] as { seq: number };
}

function tell(when: string, felt: readonly Felt[]): void {
  for (const { name, times, failed, p50, p95, max } of felt) {
    say(
      `${when}: ${name} ${times} times, p50 ${p50} ms, p95 ${p95} ms, max ${max} ms, ${failed} failed`,
    );
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
