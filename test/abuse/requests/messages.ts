import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sent } from '../ask.js';
import { type Attack, attack } from '../attack.js';
import type { Ground, Grounds } from '../grounds.js';
import { LiveLine } from '../../harness/live-line.js';
import { HEAVY } from '../texts.js';

/** Time in which a socket that does not read may fill the service's memory. */
const UNREAD_MS = 1_500;
/** Time allowed for handling a storm of packets. */
const STORM_MS = 400;
/** A replay that has sent nothing for this long has ended. */
const SILENT_MS = 1_000;
/** Pipelined requests of one connection, which fit into one segment on loopback. */
const PIPELINED = 500;
/** The maximum number of posts that a socket may follow. */
const SUBSCRIPTIONS = 20;
const READERS = 30;

/** Exchanges messages on a line that has joined, and closes it afterwards. */
function talk(
  name: string,
  which: (grounds: Grounds) => Promise<Ground>,
  say: (line: LiveLine, ground: Ground) => Promise<string>,
): Attack {
  return attack(name, async (grounds) => {
    const ground = await which(grounds);
    return {
      send: async (): Promise<Sent> => {
        const line = await LiveLine.join(grounds.stage.node.port);
        try {
          return { status: await say(line, ground), bytes: line.bytes };
        } finally {
          line.close();
        }
      },
    };
  });
}

async function storm(line: LiveLine, packets: readonly string[]): Promise<string> {
  for (const packet of packets) line.send(packet);
  await delay(STORM_MS);
  return line.closed ? 'closed' : 'open';
}

/** Reads the whole event log of a post. */
const replay = (name: string, which: (grounds: Grounds) => Promise<Ground>) =>
  talk(name, which, async (line, { postId }) => {
    line.subscribe(postId, 1, 0);
    await line.until('43/live,1');
    let frames = 0;
    while ((await line.until('42/live,["events"', SILENT_MS)) === 'came') frames++;
    return `${frames} frames`;
  });

const packets = (count: number, packet: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => packet(nth));

const wall = (grounds: Grounds) => grounds.wall();

/** Messages that clients send on sockets. */
export const messages: readonly Attack[] = [
  talk(
    'subscribe-ack',
    (grounds) => grounds.edited(),
    async (line, { postId }) => {
      line.subscribe(postId, 1, 0);
      return line.until('43/live,1');
    },
  ),
  replay('replay-frames', wall),
  replay('replay-anchored', (grounds) => grounds.anchored()),
  talk('twenty-unread', wall, async (line, { postId }) => {
    line.pause();
    for (let nth = 1; nth <= SUBSCRIPTIONS; nth++) line.subscribe(postId, nth, nth);
    await delay(UNREAD_MS);
    return line.closed ? 'closed' : 'open';
  }),
  talk('connect-storm', wall, (line) =>
    storm(
      line,
      packets(500, () => '40/live,'),
    ),
  ),
  talk('connect-bad-tokens', wall, (line) =>
    storm(
      line,
      packets(500, () => '40/live,{"token":"a.b.c"}'),
    ),
  ),
  talk('connect-elsewhere', wall, (line) =>
    storm(
      line,
      packets(2_000, (nth) => `40/n${nth},`),
    ),
  ),
  talk('subscribe-storm', wall, (line, { postId }) =>
    storm(
      line,
      packets(
        2_000,
        (nth) => `42/live,${nth}${JSON.stringify(['subscribe', { postId, after: nth }])}`,
      ),
    ),
  ),
  talk('unknown-posts', wall, (line) =>
    storm(
      line,
      packets(
        500,
        (nth) => `42/live,${nth}${JSON.stringify(['subscribe', { postId: crypto.randomUUID() }])}`,
      ),
    ),
  ),
  talk('odd-packets', wall, (line) =>
    storm(
      line,
      packets(200, () => `42/live,1["subscribe",${'['.repeat(7_000)}${']'.repeat(7_000)}]`),
    ),
  ),
  attack('pipelined-unread', async (grounds) => {
    const { postId } = await grounds.wall();
    const request = `GET /api/v1/posts/${postId}/events?limit=500 HTTP/1.1\r\nhost: a\r\n\r\n`;
    return {
      send: async () => {
        const socket = connect({ host: '127.0.0.1', port: grounds.stage.node.port });
        socket.on('error', () => undefined).pause();
        socket.write(request.repeat(PIPELINED));
        await delay(UNREAD_MS);
        socket.destroy();
        return { status: 'unread', bytes: 0 };
      },
    };
  }),
  attack('edit-before-readers', async (grounds) => {
    const { postId, comments } = await grounds.quoted();
    const { asker, node } = grounds.stage;
    const by = grounds.stage.writer(1);
    const path = `/api/v1/comments/${comments[0].id}`;
    let lines: LiveLine[] = [];
    return {
      before: async () => {
        for (const line of lines) line.close();
        comments[0] = await asker.json({ path, by });
        lines = await Promise.all(Array.from({ length: READERS }, () => LiveLine.join(node.port)));
        for (const line of lines) line.subscribe(postId, 1);
        await Promise.all(lines.map((line) => line.until('43/live,1')));
      },
      send: async (nth) => {
        const headers = { 'if-match': `"${comments[0].version}"` };
        const body = { body: `${nth} ${HEAVY}` };
        const { status } = await asker.send({ method: 'PATCH', path, by, headers, body });
        await Promise.all(lines.map((line) => line.until('42/live,["events"')));
        return { status, bytes: lines.reduce((sum, line) => sum + line.bytes, 0) };
      },
    };
  }),
];
