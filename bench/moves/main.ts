import type { Client } from 'pg';
import { MOST_MOVED } from '../../src/comments/status/comment-moves.repository.js';
import type { Statement } from '../../src/database/database.js';
import { Onlookers } from '../bulk/onlookers.js';
import { call, type Person, signInAdmin } from '../people.js';
import { say } from '../say.js';
import { findDrift } from '../seed/verification.js';
import { sessionClient } from '../session-client.js';
import { Site } from '../site.js';

const SIZES = process.argv.slice(2).map(Number);
const DEFAULT_SIZES = [1_000, 10_000, 100_000];

/**
 * Merges discussions of several sizes into another one and deletes them, undoes both, and recounts
 * everything. Ends with 1 when a request is refused or a check fails.
 */
async function main(): Promise<void> {
  const site = await Site.open({ dataDir: null, service: 'dist/main.js', nodeFlags: [] });
  try {
    const service = await site.serve(true);
    const admin = await signInAdmin(service);
    const database = await sessionClient(site.connection, { statement_timeout: '0' });
    for (const size of SIZES.length > 0 ? SIZES : DEFAULT_SIZES) {
      const { postId } = await site.thread(size);
      await site.settle();
      await measure(site, admin, database, { postId, size });
    }
    await database.end();
  } finally {
    await site.close();
  }
}

interface Thread {
  postId: string;
  size: number;
}

async function measure(
  site: Site,
  by: Person,
  database: Client,
  { postId, size }: Thread,
): Promise<void> {
  const service = await site.serve(true);
  const { id: into } = await call<{ id: string }>(service, 'POST', '/posts', {
    by,
    body: { slug: `into-${postId}`, title: 'Another one' },
  });
  const undo = async () => {
    const log = await call<{ items: { id: string }[] }>(service, 'GET', '/moderation/log?limit=1', {
      by,
    });
    await call(service, 'POST', `/moderation/decisions/${log.items[0].id}/undo`, { by, body: {} });
  };
  const merge = () =>
    call<object>(service, 'POST', `/posts/${postId}/merge`, { by, body: { into } });
  const remove = async () => {
    const url = `${service.url}/api/v1/posts/${postId}`;
    const { status } = await fetch(url, { method: 'DELETE', headers: by.headers });
    if (status !== 204) throw new Error(`The deletion was answered ${status}.`);
  };
  const read = async () => {
    await call(service, 'GET', `/posts/${into}/comments`);
  };
  const moves = size > MOST_MOVED ? {} : { merge, 'its undo': undo };
  for (const [name, act] of Object.entries({ ...moves, delete: remove, 'undo of it': undo })) {
    const readers = new Onlookers([{ name: 'reads of the other one', act: read }]);
    const startedAt = performance.now();
    await act();
    const took = Math.round(performance.now() - startedAt);
    const [{ max, failed }] = await readers.stop();
    say(
      `${name}: ${took} ms; slowest read of the other one meanwhile ${max} ms, ${failed} failed.`,
    );
    if (failed > 0) throw new Error(`${failed} reads failed meanwhile.`);
    await judge(database, { postId: name === 'merge' ? into : postId, size });
  }
}

/** Checks that all comments exist, and their counts, positions and votes against the rows. */
async function judge(database: Client, { postId, size }: Thread): Promise<void> {
  const query = async <Row>({ text, values }: Statement) =>
    (await database.query(text, values as unknown[])).rows as Row[];
  const text = 'select count(*)::integer as count from comments where post_id = $1';
  const [{ count }] = await query<{ count: number }>({ text, values: [postId] });
  if (count !== size) throw new Error(`The post has ${count} of ${size} comments.`);
  const drift = await findDrift({ query }, postId);
  if (drift.length > 0) throw new Error(`The counts do not agree: ${JSON.stringify(drift)}`);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
