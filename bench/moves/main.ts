import type { Client } from 'pg';
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
 * Merges discussions of several sizes into another one and deletes them, takes both back, and counts everything
 * again. Ends with 1 when something is refused, or not as it should be.
 */
async function main(): Promise<void> {
  const site = await Site.open({ dataDir: null, service: 'dist/main.js', nodeFlags: [] } as never);
  try {
    const service = await site.serve(true);
    const admin = await signInAdmin(service);
    const database = await sessionClient(site.connection, { statement_timeout: '0' });
    for (const size of SIZES.length > 0 ? SIZES : DEFAULT_SIZES) {
      const { postId } = await site.thread(size);
      await site.settle();
      await measure(site, admin, database, postId);
    }
    await database.end();
  } finally {
    await site.close();
  }
}

async function measure(site: Site, by: Person, database: Client, postId: string): Promise<void> {
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
  const remove = () =>
    fetch(`${service.url}/api/v1/posts/${postId}`, { method: 'DELETE', headers: by.headers });
  const read = async () => {
    await call(service, 'GET', `/posts/${into}/comments`);
  };
  for (const [name, act] of Object.entries({
    merge,
    'its undo': undo,
    delete: remove,
    'undo of it': undo,
  })) {
    const readers = new Onlookers([{ name: 'reads of the other one', act: read }]);
    const startedAt = performance.now();
    await act();
    const took = Math.round(performance.now() - startedAt);
    const [{ max, failed }] = await readers.stop();
    say(
      `${name}: ${took} ms; slowest read of the other one meanwhile ${max} ms, ${failed} failed.`,
    );
    await judge(database, name === 'merge' ? into : postId);
  }
}

/** Counts, places and votes of the thread, from the rows alone. */
async function judge(database: Client, postId: string): Promise<void> {
  const query = async <Row>({ text, values }: Statement) =>
    (await database.query(text, values as unknown[])).rows as Row[];
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
