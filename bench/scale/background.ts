import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Client } from 'pg';
import { createApp } from '../../src/app/app.setup.js';
import { parseConfig } from '../../src/config/app-config.js';
import { LogTail } from '../../src/events/log-tail.js';
import { LiveRooms } from '../../src/live/live-rooms.js';
import type { Work } from '../../src/nodes/background-round.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { call, signInAdmin } from '../people.js';
import { say } from '../say.js';
import type { Service } from '../service.js';
import type { Site } from '../site.js';
import type { StatementLog } from './statement-log.js';

/** Work beyond this time continues in the next round. */
const ROUND_MS = 15_000;
const ROUNDS_OF_EACH = 2;
/** The cached and followed posts of a node, as on a busy site. */
const PAGES = 2_000;
const READ_AT_ONCE = 8;
/** The maximum delay of a timer. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * Runs every work of `Rounds` alone and in turn, in a node within this process, so that its
 * statements can be attributed to it.
 * @returns the names of the works
 */
export async function runRounds(
  site: Site,
  log: StatementLog,
  client: Client,
  memberId: string,
): Promise<string[]> {
  const { app, works } = await openNode(site);
  try {
    await giveWork(app, client, memberId);
    for (const work of works) {
      for (let nth = 0; nth < ROUNDS_OF_EACH; nth++) {
        await log.mark(roundMark(work.name));
        await runOnce(work);
      }
      await log.mark('between rounds');
    }
    // Otherwise the next nodes would continue the job.
    await client.query("update bulk_jobs set state = 'cancelled' where state = 'running'");
    return works.map(({ name }) => name);
  } finally {
    await app.close();
  }
}

export function roundMark(name: string): string {
  return `round ${name}`;
}

/** A node whose rounds start only by hand. */
async function openNode(site: Site) {
  const config = parseConfig({
    PORT: '0',
    DATA_DIR: site.dataDir,
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
  });
  const app = await createApp(config, site.connection);
  const works: Work[] = [];
  const rounds = app.get(Rounds);
  const begin = rounds.begin.bind(rounds);
  rounds.begin = (work) => {
    works.push(work);
    return begin({ name: work.name, everyMs: NEVER_MS, run: async () => undefined });
  };
  await app.listen(0, '127.0.0.1');
  return { app, works };
}

/** Creates state that is not in the rows: cached pages, followed posts, a started job. */
async function giveWork(
  app: NestFastifyApplication,
  client: Client,
  memberId: string,
): Promise<void> {
  const service = { url: await app.getUrl() } as Service;
  const { rows } = await client.query<{ id: string; seq: number }>(
    'select post_id as id, seq::integer as seq from post_heads order by comment_count desc limit $1',
    [PAGES],
  );
  for (let at = 0; at < rows.length; at += READ_AT_ONCE) {
    const some = rows.slice(at, at + READ_AT_ONCE);
    await Promise.all(some.map(({ id }) => call(service, 'GET', `/posts/${id}/comments`)));
  }
  const tail = app.get(LogTail);
  for (const { id, seq } of rows)
    tail.follow(id, Math.max(0, seq - 1), {
      take: async (events) => ({ seq: events.at(-1)!.seq, next: performance.now() }),
      lose: () => {
        throw new Error(`The log of ${id} has a hole.`);
      },
    });
  const readers = new Map(rows.map(({ id }) => [id, 1]));
  Object.assign(app.get(LiveRooms), { countReaders: () => readers });
  const by = await signInAdmin(service);
  const body = { action: 'remove', reason: 'spam', author: memberId };
  await call(service, 'POST', '/moderation/bulk', { by, body });
}

async function runOnce({ name, isIdle, run }: Work): Promise<void> {
  if (await isIdle?.()) return;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ROUND_MS);
  try {
    await run(stop.signal);
  } catch (error) {
    say(`The round ${name} failed: ${String(error)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
