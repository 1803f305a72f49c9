import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../bench/seed/random.js';
import type { Arena } from '../arena.js';
import { check } from '../checks/check.js';
import { ClientWatcher } from '../client-watcher.js';
import { Desk } from '../desk.js';
import { Discussion } from '../discussion.js';
import { FaultMaker, type FaultCounts, planFaults } from '../faults.js';
import type { Attempt, History } from '../history.js';
import { PageReader } from '../page-reader.js';
import { PlainWatcher } from '../plain-watcher.js';
import { say } from '../say.js';
import { readTruth } from '../truth.js';
import type { HearText, Watcher } from '../watcher.js';
import {
  answerFigures,
  atLeast,
  atMost,
  exactly,
  type Figure,
  type Ground,
  type Outcome,
  scaled,
  told,
} from './scenario.js';

export interface Size extends FaultCounts {
  comments: number;
  rate: number;
  writers: number;
  /** Eight in ten use the client library. */
  watchers: number;
  partitionMs: number;
}

export const SIZES: Readonly<Record<'short' | 'full' | 'mutant', Size>> = {
  short: {
    comments: 2_000,
    rate: 320,
    writers: 12,
    watchers: 12,
    nodeKills: 2,
    databaseKills: 1,
    terminations: 10,
    cuts: 10,
    partitions: 1,
    partitionMs: 3_000,
  },
  full: {
    comments: 50_000,
    rate: 320,
    writers: 16,
    watchers: 40,
    nodeKills: 20,
    databaseKills: 5,
    terminations: 200,
    cuts: 200,
    partitions: 5,
    partitionMs: 20_000,
  },
  mutant: {
    comments: 500,
    rate: 250,
    writers: 12,
    watchers: 4,
    nodeKills: 1,
    databaseKills: 0,
    terminations: 8,
    cuts: 8,
    partitions: 0,
    partitionMs: 0,
  },
};

const TOLD_EACH_MS = 10_000;
const CATCH_UP_MS = 5_000;
const RECOVER_MS = 3_000;
/** Those who have not caught up by then never will, and the checker says what they miss. */
const GIVE_UP_MS = 15_000;
/** Of a mutant that is expected: whoever gets no further for so long is not waited for. */
const STALLED_MS = 2_500;
/** Removed text is not served after this; arrivals are late by as much as this process is busy. */
const REMOVED_MS = 1_000;

/**
 * G1, G3, G4 and G6: people write, answer, edit, delete, vote and moderate on two nodes and others
 * watch, while nodes, the database and connections are killed, cut and lost.
 */
export async function loss(ground: Ground): Promise<Outcome> {
  const { site, form, seed, scale, mutant } = ground;
  const size = sized(SIZES[mutant ? 'mutant' : form], mutant ? 1 : scale);
  const arena = await site.arena(mutant ?? 'loss', { mutant });
  const random = (name: string) => new Random(`${seed} loss ${name}`);
  const discussion = new Discussion(site.posts, size.rate);
  const leaks: Attempt[] = [];
  const lag = new LoopLag();
  const hear: HearText = (proc, { id, body }) => {
    const removed = discussion.removedAt.get(id);
    if (removed === undefined || performance.now() - removed < REMOVED_MS + lag.recent) return;
    const t = Math.round(performance.now());
    leaks.push({ t, proc, op: 'leak', key: body.split(' ', 1)[0], outcome: 'ok', commentId: id });
  };
  const watchers = openWatchers(arena, site.posts, size.watchers, hear);
  const pages = new PageReader(arena, site.posts, discussion.removedAt, (leak) => leaks.push(leak));
  let telling: NodeJS.Timeout | undefined;
  try {
    const startedAt = performance.now();
    const writing = site.people.writers
      .slice(0, size.writers)
      .map((person, nth) =>
        discussion.write(
          new Desk(`writer-${nth + 1}`, arena, random(`desk ${nth}`), discussion.record),
          person,
          random(`writer ${nth}`),
        ),
      );
    writing.push(
      discussion.moderate(
        new Desk('moderator', arena, random('moderator desk'), discussion.record),
        site.people.admin,
        random('moderator'),
        150,
      ),
    );
    writing.push(pages.read());
    const maker = new FaultMaker(arena, random('faults'), size.partitionMs);
    const faults = maker.run(
      planFaults(size, random('plan')),
      () => discussion.acknowledged / size.comments,
    );
    const recovery = watchRecovery(maker, discussion);
    telling = setInterval(() => {
      const most = (postId: string) => Math.max(...watchers.map((one) => one.position(postId)));
      const behind = watchers.map((one) =>
        site.posts.reduce((sum, id) => sum + most(id) - one.position(id), 0),
      );
      const cpu = arena.places.map(({ node }) => Math.round(node.cpuSeconds())).join(' and ');
      say(
        `  ${discussion.acknowledged} acknowledged, clients behind by up to ${Math.max(...behind)} events, ` +
          `this process by ${Math.round(lag.recent)} ms, CPU of the nodes ${cpu} s`,
      );
    }, TOLD_EACH_MS);
    await Promise.race([faults, Promise.all(writing)]);
    const patience = mutant ? STALLED_MS : GIVE_UP_MS;
    const caughtUp = await catchUp(arena, watchers, maker.lastAt, patience);
    while (discussion.acknowledged < size.comments) await delay(20);
    discussion.end();
    pages.end();
    await Promise.all(writing);
    const seconds = (performance.now() - startedAt) / 1_000;
    if (caughtUp < patience) await catchUp(arena, watchers, performance.now(), patience);
    recovery.end();
    const history: History = {
      attempts: [...discussion.attempts, ...leaks],
      views: watchers.flatMap((watcher) => watcher.views()),
      afterBan: [],
      ...(await readTruth(arena.cluster, arena.database)),
    };
    const ends = watchers.flatMap((watcher) =>
      watcher instanceof ClientWatcher ? watcher.ends : [],
    );
    return {
      history,
      findings: check(history),
      notes: [...arena.notes, ...ends],
      figures: [
        ...faultFigures(size, maker),
        atLeast('comments acknowledged', discussion.acknowledged, size.comments),
        told(
          'comments acknowledged a second, faults and all',
          Math.round(discussion.acknowledged / seconds),
        ),
        ...answerFigures(history.attempts),
        told('slowest start of a killed node, ms', Math.round(maker.slowestNodeStart)),
        told('slowest recovery of a killed Postgres, ms', Math.round(maker.slowestDatabaseStart)),
        told('watching clients', watchers.length),
        told(
          'events applied by clients',
          history.views.reduce((sum, { seen }) => sum + seen.length, 0),
        ),
        told('pages read', pages.pages),
        exactly(
          'clients told to begin anew',
          watchers.reduce((sum, { resyncs }) => sum + resyncs, 0),
          0,
        ),
        atMost('all clients have caught up, after the last fault', caughtUp, CATCH_UP_MS, 'ms'),
        ...(recovery.longest === null
          ? []
          : [
              atMost(
                'first acknowledgement after Postgres is back',
                recovery.longest,
                RECOVER_MS,
                'ms',
              ),
            ]),
        exactly('watches that ended by themselves', ends.length, 0),
        exactly('processes that ended by themselves', arena.deaths.length, 0),
      ],
    };
  } finally {
    clearInterval(telling);
    discussion.end();
    pages.end();
    lag.end();
    for (const watcher of watchers) watcher.close();
    await arena.close();
  }
}

function sized(size: Size, scale: number): Size {
  if (scale === 1) return size;
  const of = (count: number) => (count === 0 ? 0 : scaled(count, scale));
  return {
    ...size,
    comments: of(size.comments),
    nodeKills: of(size.nodeKills),
    databaseKills: of(size.databaseKills),
    terminations: of(size.terminations),
    cuts: of(size.cuts),
    partitions: of(size.partitions),
  };
}

/** Two in ten have no client library, so that what the server does cannot hide behind it. */
function openWatchers(
  arena: Arena,
  posts: readonly string[],
  count: number,
  hear: HearText,
): Watcher[] {
  return Array.from({ length: count }, (_, nth) => {
    const [first, second] = [nth % 2, (nth + 1) % 2].map((at) => arena.places[at].readersDoor.port);
    const name = `watcher-${nth + 1}`;
    return nth % 10 < 2
      ? new PlainWatcher(`plain-${name}`, first, posts, hear)
      : new ClientWatcher(name, [first, second], posts, hear);
  });
}

/** @returns milliseconds from a moment until every client had what was committed by then */
async function catchUp(
  arena: Arena,
  watchers: readonly Watcher[],
  since: number,
  patience: number,
): Promise<number> {
  const heads = await arena.cluster.query<{ postId: string; seq: number }>(
    arena.database,
    'select post_id as "postId", seq::int from post_heads',
  );
  const behind = () =>
    watchers.some((watcher) => heads.some(({ postId, seq }) => watcher.position(postId) < seq));
  while (behind() && performance.now() - since < patience) await delay(5);
  return performance.now() - since;
}

/** Looks for the first acknowledgement after each time that Postgres came back. */
function watchRecovery(
  { databaseBack }: FaultMaker,
  discussion: Discussion,
): { longest: number | null; end(): void } {
  const result = { longest: null as number | null, end: () => clearInterval(timer) };
  let looked = 0;
  const timer = setInterval(() => {
    const back = databaseBack.at(looked);
    if (back === undefined || discussion.lastAcknowledgedAt <= back) return;
    looked++;
    result.longest = Math.max(result.longest ?? 0, discussion.lastAcknowledgedAt - back);
  }, 5);
  return result;
}

function faultFigures(size: Size, { done }: FaultMaker): Figure[] {
  return [
    exactly('nodes killed', done.nodeKills, size.nodeKills),
    exactly('Postgres killed', done.databaseKills, size.databaseKills),
    atLeast('backends terminated', done.terminations, size.terminations),
    exactly('sockets cut', done.cuts, size.cuts),
    exactly(
      `half-open partitions of ${size.partitionMs / 1_000} s`,
      done.partitions,
      size.partitions,
    ),
  ].filter(({ wanted }) => wanted !== '0' && wanted !== 'at least 0');
}

/** By how much this process has lately been late. */
class LoopLag {
  private readonly late: number[] = [];
  private expected = performance.now();
  private readonly timer = setInterval(() => {
    const now = performance.now();
    this.late.push(Math.max(0, now - this.expected - 20));
    if (this.late.length > 100) this.late.shift();
    this.expected = now;
  }, 20);

  get recent(): number {
    return Math.max(performance.now() - this.expected, ...this.late);
  }

  end(): void {
    clearInterval(this.timer);
  }
}
