import { Random } from '../../../bench/seed/random.js';
import { check } from '../checks/check.js';
import { ClientWatcher } from '../client-watcher.js';
import { Desk } from '../desk.js';
import { Discussion } from '../discussion.js';
import { FaultMaker, type FaultCounts, planFaults } from '../faults.js';
import { type Attempt, type History, NOTHING } from '../history.js';
import { LoopLag } from '../loop-lag.js';
import { PageReader } from '../page-reader.js';
import { say } from '../../harness/say.js';
import { readTruth } from '../truth.js';
import type { HearText } from '../watcher.js';
import { catchUp, openWatchers } from '../watching.js';
import { until } from '../../support/until.js';
import { atLeast, exactly, type Figure, told } from '../../harness/figures.js';
import { answerFigures, broken, type Ground, type Outcome, scaled, timed } from './scenario.js';

/** Time limit of the full form on a small machine. */
const WRITTEN_WITHIN_MS = 60 * 60_000;

interface Size extends FaultCounts {
  comments: number;
  rate: number;
  writers: number;
  /** Eight in ten use the client library. */
  watchers: number;
  partitionMs: number;
}

const SIZES: Readonly<Record<'short' | 'full' | 'mutant', Size>> = {
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
/** A client without progress for this long has stalled; the checker reports what it misses. */
const STALLED_MS = 30_000;
/** The same limit for a mutant, which is expected to stall. */
const MUTANT_STALLED_MS = 2_500;
/**
 * How long removed text may still be served: a slow machine may send late what it read before. For
 * arrivals, this process's event loop delay is added.
 */
const REMOVED_MS = { short: 10_000, full: 1_000 };

/**
 * G1, G3, G4 and G6: people write, reply, edit, delete, vote and moderate on two nodes while others
 * watch; meanwhile nodes and the database are killed and connections are cut or partitioned.
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
    if (removed === undefined || performance.now() - removed < REMOVED_MS[form] + lag.recent)
      return;
    const t = Math.round(performance.now());
    leaks.push({ t, proc, op: 'leak', key: body.split(' ', 1)[0], outcome: 'ok', commentId: id });
  };
  const watchers = openWatchers(arena, site.posts, size.watchers, hear);
  const pages = new PageReader(arena, site.posts, discussion.removedAt, REMOVED_MS[form], (leak) =>
    leaks.push(leak),
  );
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
    const stalledMs = mutant ? MUTANT_STALLED_MS : STALLED_MS;
    const caughtUp = await catchUp(arena, site.posts, watchers, stalledMs);
    const isWritten = async () => discussion.acknowledged >= size.comments;
    const written = until('all comments to be acknowledged', isWritten, 20, WRITTEN_WITHIN_MS);
    // A writer goes on until the discussion ends or fails.
    await Promise.race([written, Promise.all(writing)]);
    discussion.end();
    pages.end();
    await Promise.all(writing);
    const seconds = (performance.now() - startedAt) / 1_000;
    if (caughtUp !== null) await catchUp(arena, site.posts, watchers, stalledMs);
    recovery.end();
    const history: History = {
      ...NOTHING,
      attempts: [...discussion.attempts, ...leaks],
      views: watchers.flatMap((watcher) => watcher.views()),
      ...(await readTruth(arena.cluster, arena.database)),
    };
    const ends = watchers.flatMap((watcher) =>
      watcher instanceof ClientWatcher ? watcher.ends : [],
    );
    const findings = check(history);
    return {
      history,
      findings,
      notes: [...arena.notes, ...ends],
      figures: [
        ...faultFigures(size, maker),
        atLeast('comments acknowledged', discussion.acknowledged, size.comments),
        broken('of these lost', findings, 'acknowledged-is-stored'),
        broken('of these stored twice', findings, 'one-row-a-key'),
        broken('counters that differ from the rows', findings, 'counters-equal-rows'),
        told(
          'comments acknowledged a second, faults and all',
          Math.round(discussion.acknowledged / seconds),
        ),
        ...answerFigures(history.attempts),
        told('slowest start of a killed node, ms', Math.round(maker.slowestNodeStart)),
        told('slowest recovery of a killed Postgres, ms', Math.round(maker.slowestDatabaseStart)),
        exactly('watching clients', watchers.length, size.watchers),
        broken(
          'views of a post with an event missed, twice or in another order',
          findings,
          'views-are-whole',
        ),
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
        timed(
          form,
          'all clients have caught up, after the last fault',
          (caughtUp ?? Infinity) - maker.lastAt,
          CATCH_UP_MS,
        ),
        ...(recovery.longest === null
          ? []
          : [
              timed(
                form,
                'first acknowledgement after Postgres is back',
                recovery.longest,
                RECOVER_MS,
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

/** Records the first acknowledgement after each restart of Postgres. */
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
