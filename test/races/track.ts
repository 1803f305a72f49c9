import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Arena } from '../chaos/arena.js';
import type { Call } from '../chaos/http.js';
import type { Person, Site } from '../chaos/site.js';

/** The setting of a race: two nodes on one database, and the accounts. */
export interface Track {
  arena: Arena;
  admin: Person;
  /** A second moderator; neither of the two writes, so that no case is their own. */
  moderator: Person;
  writers: readonly Person[];
}

/** An answer as races distinguish it: `409 post-locked`, or only the status. */
export interface Outcome {
  told: string;
  ok: boolean;
  body: Record<string, unknown> | null;
}

/** The result of a race. */
export interface RaceOutcome {
  /** How many times it was run. */
  runs: number;
  /** The number of runs per outcome. */
  ends: Readonly<Record<string, number>>;
  /** One sentence per violation. */
  violations: readonly string[];
}

export type Race = (track: Track, runs: number, seed: string) => Promise<RaceOutcome>;

const MUTANT_SERVICE = 'dist-chaos/test/races/mutants/main.js';

/** How many races run concurrently, each on its own thread. */
const LANES = 8;

export async function openTrack(site: Site, mutant?: string): Promise<Track> {
  const arena = await site.arena(
    mutant ?? 'races',
    mutant ? { main: [MUTANT_SERVICE], env: { RACES_MUTANT: mutant } } : {},
  );
  const { admin, writers } = site.people;
  const [moderator, ...rest] = writers;
  await arena.places[0].forWriters.json({
    method: 'PUT',
    path: `/api/v1/users/${moderator.username}/role`,
    token: admin.token,
    body: { role: 'moderator' },
  });
  return { arena, admin, moderator, writers: rest };
}

/** Sends a request to one node; an incomplete answer counts as an outcome, too. */
export async function ask({ arena }: Track, node: number, call: Call): Promise<Outcome> {
  let answer;
  try {
    answer = await arena.places[node % arena.places.length].forWriters.send({
      timeoutMs: 30_000,
      ...call,
    });
  } catch (error) {
    return { told: `no answer: ${(error as Error).message}`, ok: false, body: null };
  }
  const body = answer.text ? (JSON.parse(answer.text) as Record<string, unknown>) : null;
  if (answer.status < 400) return { told: String(answer.status), ok: true, body };
  return {
    told: `${answer.status} ${String(body?.type).replace('/problems/', '')}`,
    ok: false,
    body,
  };
}

/** A request that must succeed for the race to begin. */
export async function prepare<T>(track: Track, node: number, call: Call): Promise<T> {
  const { ok, told, body } = await ask(track, node, call);
  if (!ok) throw new Error(`${call.method} ${call.path} was answered ${told}.`);
  return body as T;
}

/** The number of posts so far, since each needs a unique name. */
let posts = 0;

export async function newPost(track: Track, mode = 'open'): Promise<string> {
  const name = `race-${++posts}`;
  const { id } = await prepare<{ id: string }>(track, 0, {
    method: 'POST',
    path: '/api/v1/posts',
    token: track.admin.token,
    body: { slug: name, title: name, mode },
  });
  return id;
}

/** Counts the outcomes of races. */
export class Tally {
  readonly ends: Record<string, number> = {};
  readonly violations: string[] = [];

  count(end: string): void {
    this.ends[end] = (this.ends[end] ?? 0) + 1;
  }

  get runs(): number {
    return Object.values(this.ends).reduce((sum, count) => sum + count, 0);
  }
}

/** Random choices, the same for the same seed. */
export class Dice {
  private count = 0;

  constructor(private readonly seed: string) {}

  /** An integer from 0 to `sides` - 1. */
  roll(sides: number): number {
    const digest = createHash('sha256')
      .update(`${this.seed} ${++this.count}`)
      .digest();
    return digest.readUInt32BE(0) % sides;
  }
}

/** Starts two acts with a random offset of a few milliseconds, so that their order varies. */
export async function together<One, Other>(
  dice: Dice,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<[One, Other]> {
  const waits = [0, 0];
  waits[dice.roll(2)] = dice.roll(6);
  const late = async <T>(wait: number, act: () => Promise<T>) => {
    if (wait > 0) await delay(wait);
    return act();
  };
  return Promise.all([late(waits[0], one), late(waits[1], other)]);
}

/** Distributes a number of runs over the lanes. */
export async function inLanes(runs: number, run: (lane: number, runs: number) => Promise<void>) {
  const lanes = Array.from({ length: Math.min(LANES, runs) }, (_, lane) => lane);
  await Promise.all(
    lanes.map((lane) =>
      run(lane, Math.floor(runs / lanes.length) + Number(lane < runs % lanes.length)),
    ),
  );
}
