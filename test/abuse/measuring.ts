import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../../bench/percentiles.js';
import type { Sent } from './ask.js';
import type { Attack, Shot } from './attack.js';
import type { Grounds } from './grounds.js';
import type { Taken } from './probe.js';
import type { Stage } from './stage.js';

/** Of the main thread's longest block, in the median: a reader notices nothing of it. */
const MOST_BLOCK_MS = 100;
/** By how much the service's memory may rise, at its most and behind a collection. */
export const MOST_MEMORY_MIB = 64;
/** So many times a bound is far beyond it. */
const HOPELESS = 5;

export interface Measured {
  name: string;
  /** Milliseconds; by CPU time, and by the clock for comparison. */
  block: { p50: number; most: number; wall: number };
  /** MiB more than before: at the most, and what is kept. */
  memory: { peak: number; kept: number };
  bytes: number;
  status: string;
  ok: boolean;
}

export interface Rounds {
  warm: number;
  counted: number;
  /** What an answer sets going goes on behind it for so long. */
  behindMs: number;
  /** Where profiles of the CPU go; null for none. */
  profiles: string | null;
}

/** What the machine itself does to a service that does nothing. */
export const IDLE: Attack = {
  name: 'idle',
  ready: async () => ({
    send: async () => {
      await delay(300);
      return { status: '-', bytes: 0 };
    },
  }),
};

/** Sends it some times, and judges by the median of those behind the warm-up. */
export async function measure(attack: Attack, grounds: Grounds, rounds: Rounds): Promise<Measured> {
  const { stage } = grounds;
  const taken: Taken[] = [];
  let last: Sent = { status: 'none', bytes: 0 };
  let failed = false;
  const deaths = stage.node.deaths.length;
  try {
    const shot = await attack.ready(grounds);
    for (let nth = 0; nth < rounds.warm + rounds.counted && !taken.some(isHopeless); nth++) {
      const profile = nth === rounds.warm ? rounds.profiles : null;
      const to = profile && `${profile}/${attack.name}.cpuprofile`;
      const one = await fire(shot, nth, stage, rounds.behindMs, to);
      last = one.sent;
      taken.push(one.taken);
    }
  } catch (error) {
    failed = true;
    last = { status: (error as Error).message.split('\n', 1)[0], bytes: 0 };
  }
  failed ||= stage.node.deaths.length > deaths || isFault(last.status);
  return judge(attack.name, taken, rounds.warm, last, failed);
}

/** More rounds would tell nothing more, and take minutes. */
function isHopeless({ blockCpu, rss }: Taken): boolean {
  return blockCpu > HOPELESS * MOST_BLOCK_MS || rss.peak - rss.before > HOPELESS * MOST_MEMORY_MIB;
}

/** What is answered so, or not at all, was not borne. */
function isFault(status: Sent['status']): boolean {
  return typeof status === 'number' ? status >= 500 : /timeout|^E[A-Z]+$/.test(status);
}

async function fire(
  shot: Shot,
  nth: number,
  { gauge }: Stage,
  behindMs: number,
  profile: string | null,
): Promise<{ sent: Sent; taken: Taken }> {
  if (shot.before) await shot.before(nth).then(() => delay(behindMs));
  if (profile) await gauge.profile();
  await gauge.begin();
  const sent = await shot.send(nth);
  await delay(behindMs);
  const taken = await gauge.end();
  if (profile) {
    mkdirSync(profile.slice(0, profile.lastIndexOf('/')), { recursive: true });
    writeFileSync(profile, JSON.stringify(await gauge.profile()));
  }
  return { sent, taken };
}

/** What a first one takes may be taken once and for all: it counts for memory alone. */
function judge(
  name: string,
  taken: readonly Taken[],
  warm: number,
  sent: Sent,
  failed: boolean,
): Measured {
  const counted = taken.length > warm ? taken.slice(warm) : taken.slice(-1);
  const block = {
    p50: median(counted.map(({ blockCpu }) => blockCpu)),
    most: Math.max(0, ...counted.map(({ blockCpu }) => blockCpu)),
    wall: median(counted.map(({ blockWall }) => blockWall)),
  };
  const memory = {
    peak: Math.max(0, ...taken.map(({ rss }) => rss.peak - rss.before)),
    kept: median(taken.map(({ kept }) => kept)),
  };
  const ok =
    !failed &&
    block.p50 < MOST_BLOCK_MS &&
    memory.peak < MOST_MEMORY_MIB &&
    memory.kept < MOST_MEMORY_MIB;
  return { name, block, memory, bytes: sent.bytes, status: String(sent.status), ok };
}
