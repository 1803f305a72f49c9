import { setTimeout as delay } from 'node:timers/promises';
import type { Arena } from '../arena.js';
import { check } from '../checks/check.js';
import { HeldSocket } from '../held-socket.js';
import { type AfterBan, type History, NOTHING } from '../history.js';
import { Redis } from '../redis.js';
import type { Person } from '../site.js';
import { readTruth } from '../truth.js';
import { exactly, type Figure } from '../../harness/figures.js';
import { type Ground, type Outcome, scaled, timed } from './scenario.js';

const SOCKETS_A_USER = 10;
const BYSTANDERS = 10;
/** How long a socket may survive its ban; the short form runs on slow machines. */
const WITHIN_MS = { short: 10_000, full: 1_000 };
/** How long refused sockets keep trying to reconnect. */
const RETURNING_MS = { short: 2_500, full: 5_000 };
/** Waiting ends after this; the figures then show what is missing. */
const GIVE_UP_MS = 60_000;
const COMMENTS_A_SECOND = 20;

/** G5: a banned account's connections to two nodes are cut, and none of them reconnects. */
export async function ban(ground: Ground): Promise<Outcome> {
  const outcome = await banWith(ground, 'ban', null);
  const redis = await Redis.start();
  try {
    const without = await banWith(ground, 'ban_without_redis', redis);
    return {
      history: outcome.findings.length > 0 ? outcome.history : without.history,
      findings: [...outcome.findings, ...without.findings],
      notes: [
        ...outcome.notes,
        ...without.notes,
        ...(Redis.installed ? [] : ['There is no redis-server here: it was away from the first.']),
      ],
      figures: [
        ...outcome.figures,
        ...without.figures.map((figure) => ({ ...figure, what: `${figure.what}, Redis stopped` })),
      ],
    };
  } finally {
    await redis.stop();
  }
}

/** @param redis wakes the nodes, and is killed before the bans */
async function banWith(
  { site, form, scale }: Ground,
  name: string,
  redis: Redis | null,
): Promise<Outcome> {
  const arena = await site.arena(name, { env: redis ? { REDIS_URL: redis.url } : {} });
  const { admin, writers, unlucky } = site.people;
  const banned = unlucky.slice(0, scaled(unlucky.length, scale));
  const [postId] = site.posts;
  const bannedAt = new Map<string, number>();
  const hold = (person: Person | null, nth: number) =>
    new HeldSocket(arena, postId, person, nth, bannedAt, WITHIN_MS[form]);
  const sockets = banned.flatMap((person) =>
    Array.from({ length: SOCKETS_A_USER }, (_, nth) => hold(person, nth)),
  );
  const bystanders = Array.from({ length: BYSTANDERS }, (_, nth) => hold(null, nth));
  const everybody = [...sockets, ...bystanders];
  const talk = new Talk(arena, postId, writers);
  try {
    await Promise.all(everybody.map((socket) => socket.subscribed));
    talk.begin();
    await untilAll(everybody, ({ heardAt }) => heardAt > 0);
    await redis?.stop();
    for (const [nth, { id }] of banned.entries()) {
      await arena.places[nth % 2].forWriters.json({
        method: 'POST',
        path: `/api/v1/moderation/users/${id}/decisions`,
        token: admin.token,
        body: { action: 'ban', reason: 'spam' },
      });
      bannedAt.set(id, performance.now());
    }
    const lastBan = performance.now();
    await untilAll(sockets, ({ cut, refused }) => cut && refused > 0);
    await delay(RETURNING_MS[form]);
    await untilAll(bystanders, ({ heardAt }) => heardAt > lastBan);
    await talk.end();
    const afterBan = sockets.flatMap((socket) => socket.finish());
    const { drift } = await readTruth(arena.cluster, arena.database);
    // The comments of this scenario itself are not part of the history.
    const history: History = { ...NOTHING, drift, afterBan };
    const heardOn = bystanders.filter(({ heardAt }) => heardAt > lastBan).length;
    return {
      history,
      findings: check(history),
      notes: arena.notes,
      figures: [
        ...cutFigures(form, sockets, banned.length, afterBan),
        exactly('guests cut with them', bystanders.filter(({ cut }) => cut).length, 0),
        exactly('guests who heard on', heardOn, bystanders.length),
      ],
    };
  } finally {
    await talk.end();
    for (const socket of everybody) socket.close();
    await arena.close();
  }
}

function cutFigures(
  form: Ground['form'],
  sockets: readonly HeldSocket[],
  users: number,
  afterBan: readonly AfterBan[],
): Figure[] {
  const latest = (kind: AfterBan['what']) =>
    Math.max(0, ...afterBan.filter(({ what }) => what === kind).map(({ after }) => after));
  const within = WITHIN_MS.full;
  return [
    exactly(
      `sockets of ${users} users cut`,
      sockets.filter(({ cut }) => cut).length,
      sockets.length,
    ),
    timed(form, 'the last socket is cut, after its ban', latest('open'), within),
    timed(form, 'the last event at a banned socket, after its ban', latest('event'), within),
    exactly('sockets that came back', afterBan.filter(({ what }) => what === 'returned').length, 0),
    exactly(
      'sockets that tried to and were refused',
      sockets.filter(({ refused }) => refused > 0).length,
      sockets.length,
    ),
  ];
}

/** Waits until the condition holds for all, or the time is over. */
async function untilAll<T>(all: readonly T[], holds: (one: T) => boolean): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (!all.every(holds) && performance.now() < deadline) await delay(20);
}

/** Writes comments during the bans, so that sockets have something to receive. */
class Talk {
  private going = false;
  private talked: Promise<void> = Promise.resolve();

  constructor(
    private readonly arena: Arena,
    private readonly postId: string,
    private readonly writers: readonly Person[],
  ) {}

  begin(): void {
    this.going = true;
    this.talked = this.talk();
  }

  async end(): Promise<void> {
    this.going = false;
    await this.talked;
  }

  private async talk(): Promise<void> {
    for (let nth = 0; this.going; nth++) {
      await this.arena.places[nth % 2].forWriters.json({
        method: 'POST',
        path: `/api/v1/posts/${this.postId}/comments`,
        token: this.writers[nth % this.writers.length].token,
        body: { body: `c-talk${nth} goes on.` },
      });
      await delay(1_000 / COMMENTS_A_SECOND);
    }
  }
}
