import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Grounds } from '../grounds.js';
import { LiveLine } from '../../harness/live-line.js';
import { MOST_MEMORY_MIB } from '../measuring.js';
import { lookAtIdleness } from './idleness.js';
import { atMost } from '../../harness/figures.js';
import type { Part } from './part.js';

const CONNECTIONS = 40;
/** Pipelined requests per connection: more answers than the kernel's buffers hold. */
const ASKED = 30;
/** Any client that reads at all has continued by then. */
const CUT_WITHIN_MS = 60_000;
const LOOKED_EACH_MS = 2_000;

/** Clients that request large answers and read none are cut, and leave nothing behind. */
export const stalled: Part = async (stage) => {
  const { postId } = await new Grounds(stage, 0.2).wall();
  await stage.restart();
  const before = await lookAtIdleness(stage);
  const { port } = stage.node;
  const path = `/api/v1/posts/${postId}/comments?limit=25&depth=3&replies=3&sort=`;
  const sockets = Array.from({ length: CONNECTIONS }, (_, nth) =>
    askAndStop(port, nth % 2 ? `${path}oldest` : `/api/v1/posts/${postId}/events?limit=500`),
  );
  const lines = await Promise.all(Array.from({ length: 5 }, () => LiveLine.join(port)));
  for (const line of lines) {
    line.pause();
    for (let nth = 1; nth <= 20; nth++) line.subscribe(postId, nth, nth);
  }
  await delay(3_000);
  const { rss: most } = await lookAtIdleness(stage);
  const startedAt = performance.now();
  let open = sockets.length;
  let kept = most - before.rss;
  while (performance.now() - startedAt < CUT_WITHIN_MS && (open > 0 || kept > MOST_MEMORY_MIB)) {
    await delay(LOOKED_EACH_MS);
    const { rss } = await lookAtIdleness(stage);
    kept = rss - before.rss;
    open = countOpen(port, sockets);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const socket of sockets) socket.destroy();
  for (const line of lines) line.close();
  return [
    atMost(
      'memory while they do not read, more than before',
      most - before.rss,
      4 * MOST_MEMORY_MIB,
      'MiB',
    ),
    atMost('memory when they are cut, more than before', kept, MOST_MEMORY_MIB, 'MiB'),
    atMost('connections that are still open', open, 0),
    { ...atMost('all are cut after', seconds, CUT_WITHIN_MS / 1_000, 's'), ok: open === 0 },
  ];
};

/** Paused from the start: the kernel buffers a little, and the service holds the rest. */
function askAndStop(port: number, path: string): Socket {
  const socket = connect({ host: '127.0.0.1', port });
  socket.pause();
  socket.on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(ASKED));
  return socket;
}

const ESTABLISHED = '01';

/** Counted on the service's side: a client that does not read does not see a close. */
function countOpen(port: number, sockets: readonly Socket[]): number {
  const ours = new Set(sockets.map(({ localPort }) => localPort));
  const rows = readFileSync('/proc/net/tcp', 'latin1').trim().split('\n').slice(1);
  const portOf = (address: string) => Number.parseInt(address.split(':')[1], 16);
  const open = rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, remote, state]) => {
      return portOf(local) === port && ours.has(portOf(remote)) && state === ESTABLISHED;
    });
  // The kernel may list a row twice while its table changes.
  return new Set(open.map(([, , remote]) => remote)).size;
}
