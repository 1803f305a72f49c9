import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { freePort } from '../../support/service.js';
import type { Arena } from '../arena.js';
import { check } from '../checks/check.js';
import type { AfterBan, History } from '../history.js';
import type { Person } from '../site.js';
import { readTruth } from '../truth.js';
import { atMost, exactly, type Figure, type Ground, type Outcome, scaled } from './scenario.js';

const SOCKETS_A_USER = 10;
const BYSTANDERS = 10;
const WITHIN_MS = 1_000;
/** How long those who were cut go on trying to come back. */
const RETURNING_MS = { short: 2_500, full: 5_000 };
const COMMENTS_A_SECOND = 20;

/** G5: what a banned account has open on two nodes is cut, and nothing of it comes back. */
export async function ban(ground: Ground): Promise<Outcome> {
  const outcome = await banWith(ground, 'ban', {});
  if (!knowsRedis()) {
    outcome.notes.push('Nodes are not woken by Redis here: there is nothing to stop.');
    return outcome;
  }
  // Nothing listens there: what a node sees of a Redis that has been stopped.
  const env = { REDIS_URL: `redis://127.0.0.1:${await freePort()}` };
  const without = await banWith(ground, 'ban_without_redis', env);
  return {
    history: outcome.findings.length > 0 ? outcome.history : without.history,
    findings: [...outcome.findings, ...without.findings],
    notes: [...outcome.notes, ...without.notes],
    figures: [
      ...outcome.figures,
      ...without.figures.map((figure) => ({ ...figure, what: `${figure.what}, Redis stopped` })),
    ],
  };
}

function knowsRedis(): boolean {
  return existsSync('.env.example') && readFileSync('.env.example', 'utf8').includes('REDIS_URL');
}

async function banWith(
  { site, form, scale }: Ground,
  name: string,
  env: Record<string, string>,
): Promise<Outcome> {
  const arena = await site.arena(name, { env });
  const { admin, writers, unlucky } = site.people;
  const banned = unlucky.slice(0, scaled(unlucky.length, scale));
  const [postId] = site.posts;
  const bannedAt = new Map<string, number>();
  const sockets = banned.flatMap((person) =>
    Array.from(
      { length: SOCKETS_A_USER },
      (_, nth) => new Held(arena, postId, person, nth, bannedAt),
    ),
  );
  const bystanders = Array.from(
    { length: BYSTANDERS },
    (_, nth) => new Held(arena, postId, null, nth, bannedAt),
  );
  let talking = true;
  const talk = async () => {
    for (let nth = 0; talking; nth++) {
      await arena.places[nth % 2].forWriters.json({
        method: 'POST',
        path: `/api/v1/posts/${postId}/comments`,
        token: writers[nth % writers.length].token,
        body: { body: `c-talk${nth} goes on.` },
      });
      await delay(1_000 / COMMENTS_A_SECOND);
    }
  };
  try {
    await Promise.all([...sockets, ...bystanders].map((socket) => socket.subscribed));
    const talked = talk();
    await delay(500);
    for (const [nth, { id }] of banned.entries()) {
      await arena.places[nth % 2].forWriters.json({
        method: 'POST',
        path: `/api/v1/moderation/users/${id}/decisions`,
        token: admin.token,
        body: { action: 'ban', reason: 'spam' },
      });
      bannedAt.set(id, performance.now());
    }
    await delay(RETURNING_MS[form]);
    talking = false;
    await talked;
    const afterBan = sockets.flatMap((socket) => socket.finish());
    const truth = await readTruth(arena.cluster, arena.database);
    // Comments that this scenario makes itself are nobody's attempts.
    const history: History = { ...truth, attempts: [], stored: [], log: [], views: [], afterBan };
    return {
      history: { ...history, heads: [] },
      findings: check({ ...history, heads: [] }),
      notes: arena.notes,
      figures: figuresOf(sockets, bystanders, banned.length, afterBan),
    };
  } finally {
    talking = false;
    for (const socket of [...sockets, ...bystanders]) socket.close();
    await arena.close();
  }
}

function figuresOf(
  sockets: readonly Held[],
  bystanders: readonly Held[],
  users: number,
  afterBan: readonly AfterBan[],
): Figure[] {
  const open = afterBan.filter(({ what }) => what === 'open').map(({ after }) => after);
  const events = afterBan.filter(({ what }) => what === 'event').map(({ after }) => after);
  return [
    exactly(
      `sockets of ${users} users cut`,
      sockets.filter(({ cut }) => cut).length,
      sockets.length,
    ),
    atMost('the last socket is cut, after its ban', Math.max(0, ...open), WITHIN_MS, 'ms'),
    atMost(
      'the last event at a banned socket, after its ban',
      Math.max(0, ...events),
      WITHIN_MS,
      'ms',
    ),
    exactly('sockets that came back', afterBan.filter(({ what }) => what === 'returned').length, 0),
    exactly(
      'sockets that tried to and were refused',
      sockets.filter(({ refused }) => refused > 0).length,
      sockets.length,
    ),
    exactly('guests cut with them', bystanders.filter(({ cut }) => cut).length, 0),
    exactly(
      'guests who heard on',
      bystanders.filter(({ heard }) => heard > 0).length,
      bystanders.length,
    ),
  ];
}

/** One socket of an account or a guest, which tries to come back when it is cut. */
class Held {
  cut = false;
  refused = 0;
  heard = 0;
  readonly subscribed: Promise<void>;
  private readonly socket: Socket;
  private readonly lines: AfterBan[] = [];
  private readonly proc: string;

  constructor(
    arena: Arena,
    postId: string,
    private readonly person: Person | null,
    nth: number,
    private readonly bannedAt: ReadonlyMap<string, number>,
  ) {
    this.proc = `socket-${person?.username ?? 'guest'}-${nth}`;
    const { port } = arena.places[nth % 2].readersDoor;
    this.socket = io(`http://127.0.0.1:${port}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
      ...(person ? { auth: { token: person.token } } : {}),
    });
    this.socket.on('connect_error', () => void (this.cut && this.refused++));
    this.socket.on('disconnect', () => {
      if (!this.cut) this.note('open');
      this.cut = true;
      // A server that says goodbye is not asked again by itself; a page that is reloaded is.
      setTimeout(() => this.socket.connect(), 100);
    });
    this.socket.on('events', () => {
      this.heard++;
      this.note('event');
    });
    this.subscribed = new Promise((resolve) => {
      this.socket.on('connect', () => {
        if (this.cut) this.note('returned');
        this.socket.emit('subscribe', { postId }, () => resolve());
      });
    });
  }

  /** What reached it after its ban. */
  finish(): AfterBan[] {
    if (!this.cut) this.note('open');
    return this.lines;
  }

  close(): void {
    this.socket.disconnect();
  }

  private note(what: AfterBan['what']): void {
    if (!this.person) return;
    const banned = this.bannedAt.get(this.person.id);
    const now = performance.now();
    // The signal may be faster than the answer to the ban.
    const after = banned === undefined ? 0 : now - banned;
    if (what === 'event' && after === 0) return;
    this.lines.push({ t: Math.round(now), proc: this.proc, userId: this.person.id, what, after });
  }
}
