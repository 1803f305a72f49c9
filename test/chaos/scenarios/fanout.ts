import { setTimeout as delay } from 'node:timers/promises';
import { median, percentile } from '../../../bench/percentiles.js';
import { MEASURES_PROCESSES } from '../../../bench/processes.js';
import type { AppNode } from '../app-node.js';
import type { Seen } from '../fanout/crowd.js';
import { Bare, Crowd, GARBAGE_COLLECTOR, memoryOfASocket, serviceServer } from '../fanout/stage.js';
import { delaysAfter, talk } from '../fanout/talk.js';
import { NOTHING } from '../history.js';
import { Http } from '../http.js';
import { atMost, exactly, type Figure, told } from '../../harness/figures.js';
import { type Ground, type Outcome, scaled } from './scenario.js';

const SIZES = {
  short: { sockets: 200, comments: 100, quiet: 3, idle: 0 },
  full: { sockets: 3_000, comments: 600, quiet: 20, idle: 2_000 },
};
const COMMENTS_A_SECOND = 50;
const QUIET_SOCKETS = 20;
/** The promised window of a room: its size at 20,000 messages a second, at least 50 ms. */
const FRAMES_A_SECOND = 20_000;
const LEAST_WINDOW_MS = 50;
/** The limit relative to a bare Socket.IO server. */
const SHARE = 1.3;
/** Tolerance for messages counted before the first second of a run was over. */
const ABOUT = 1.05;
/** Waiting ends after this; the figures then show which readers miss events. */
const GIVE_UP_MS = 60_000;

/** G3 with a large room: every event reaches every reader within the promised window. */
export async function fanout({ site, form, scale }: Ground): Promise<Outcome> {
  const { sockets, comments, quiet, idle } = SIZES[form];
  const size = {
    sockets: scaled(sockets, scale),
    comments: scaled(comments, scale),
    idle: Math.round(idle * scale),
  };
  const node = await site.node('fanout', ['--import', GARBAGE_COLLECTOR]);
  const http = new Http(node.port);
  const [loud, still, empty] = site.posts;
  const writers = site.people.writers;
  const judged = form === 'full';
  try {
    await node.start();
    const few = await inARoom(node, still, QUIET_SOCKETS, () =>
      talk({ http, postId: still, writers, comments: quiet, perSecond: 2 }),
    );
    const many = await inARoom(node, loud, size.sockets, () =>
      talk({ http, postId: loud, writers, comments: size.comments, perSecond: COMMENTS_A_SECOND }),
    );
    const reference = judged ? await bareDelays(loud, size.sockets, many.seen) : null;
    const window = Math.max(LEAST_WINDOW_MS, (size.sockets * 1_000) / FRAMES_A_SECOND);
    const memory =
      size.idle > 0 && MEASURES_PROCESSES ? await memories(node, empty, size.idle) : [];
    return {
      history: NOTHING,
      findings: [],
      notes: [...node.deaths, ...node.errors],
      figures: [
        exactly('comments acknowledged', many.answered.size, size.comments),
        ...wholeFigures(`${size.sockets} sockets`, size.sockets, size.comments, many.seen),
        ...wholeFigures(`${QUIET_SOCKETS} sockets`, QUIET_SOCKETS, quiet, few.seen),
        judged
          ? atMost('messages a second', many.framesASecond, FRAMES_A_SECOND * ABOUT, '')
          : told('messages a second', Math.round(many.framesASecond)),
        told('messages to each socket', many.seen.batches.length),
        ...(reference ? timeFigures(many.delays, reference, window) : []),
        judged
          ? atMost('a comment in a quiet room, median', median(few.delays), LEAST_WINDOW_MS, 'ms')
          : told('a comment in a quiet room, median ms', Math.round(median(few.delays))),
        ...memory,
      ],
    };
  } finally {
    http.close();
    await node.kill();
  }
}

/** What a crowd observes of a talk in its room. */
async function inARoom(
  node: AppNode,
  postId: string,
  sockets: number,
  talking: () => Promise<Map<string, number>>,
) {
  const crowd = new Crowd();
  try {
    await crowd.come(node.port, postId, sockets);
    // All readers are told the new reader count; after that the room is quiet.
    await delay(2_000);
    const sent = await framesOf(node);
    const startedAt = performance.now();
    const answered = await talking();
    const seconds = (performance.now() - startedAt) / 1_000;
    const seen = await untilWhole(crowd, sockets, answered.size);
    const framesASecond = ((await framesOf(node)) - sent) / seconds;
    return { answered, seen, framesASecond, delays: delaysAfter(answered, seen.batches) };
  } finally {
    await crowd.end();
  }
}

async function untilWhole(crowd: Crowd, sockets: number, events: number): Promise<Seen> {
  const deadline = performance.now() + GIVE_UP_MS;
  for (;;) {
    const seen = await crowd.tell();
    const last = seen.batches.at(-1)?.last ?? 0;
    if ((last === events && seen.whole === sockets) || performance.now() > deadline) return seen;
    await delay(200);
  }
}

/** The same messages at the same intervals from a bare server, to as many sockets. */
async function bareDelays(postId: string, sockets: number, { batches }: Seen): Promise<number[]> {
  const [bare, crowd] = [await Bare.start(), new Crowd()];
  try {
    await crowd.come(bare.server.port, postId, sockets);
    const sentAt = await bare.send(
      batches.map(({ payload, firstAt }) => ({ payload, afterMs: firstAt - batches[0].firstAt })),
    );
    const seen = await untilWhole(crowd, sockets, batches.at(-1)!.last);
    return seen.batches.map(({ lastAt }, at) => lastAt - sentAt[at]);
  } finally {
    await crowd.end();
    await bare.end();
  }
}

function wholeFigures(who: string, sockets: number, events: number, seen: Seen): Figure[] {
  const delivered = seen.batches.reduce(
    (sum, { first, last, count }) => sum + (last - first + 1) * count,
    0,
  );
  return [
    exactly(`events at ${who}`, delivered, sockets * events),
    exactly(`${who}: messages that did not follow on the one before`, seen.faults, 0),
    exactly(`${who}: connections lost`, seen.lost, 0),
  ];
}

/** The oldest event of each message has waited for a whole window. */
function timeFigures(delays: number[], reference: number[], window: number): Figure[] {
  const shares = [50, 95].map((share) => {
    const [ours, theirs] = [delays, reference].map((all) =>
      percentile(
        all.toSorted((a, b) => a - b),
        share,
      ),
    );
    const what = `the last socket has a message, ${share} % of them, bare needs ${Math.round(theirs)} ms`;
    return atMost(what, ours, Math.round(window + SHARE * theirs), 'ms');
  });
  return [told('window of the room, ms', window), ...shares];
}

async function memories(node: AppNode, postId: string, sockets: number): Promise<Figure[]> {
  const ours = await memoryOfASocket(serviceServer(node), postId, sockets);
  const bare = await Bare.start();
  try {
    const theirs = await memoryOfASocket(bare.server, postId, sockets);
    const kilobytes = (value: number) => value.toFixed(1);
    return [
      told('memory of an idle socket, kB, bare', kilobytes(theirs)),
      told('memory of an idle socket, kB', kilobytes(ours)),
      atMost(
        'memory of an idle socket, of bare',
        Math.round((ours / theirs) * 100),
        SHARE * 100,
        '%',
      ),
    ];
  } finally {
    await bare.end();
  }
}

/** The number of messages sent, by the node's metrics. */
async function framesOf({ port }: AppNode): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  const lines = (await answer.text()).matchAll(/^colloquy_live_frames_total\{.*\} (\d+)$/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}
