import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../../bench/percentiles.js';
import type { Sent } from './ask.js';
import type { Attack, Shot } from './attack.js';
import type { Grounds } from './grounds.js';
import type { Taken } from './probe.js';
import type { Stage } from './stage.js';

/** Median limit of the main thread's longest block; a reader does not notice this much. */
const MOST_BLOCK_MS = 100;
/** Limit of memory growth, at the peak and after a collection. */
export const MOST_MEMORY_MIB = 64;
/** A value this many times its bound is hopeless. */
const HOPELESS = 5;

export interface Measured {
  name: string;
  /** Milliseconds of CPU time; `wall` is elapsed time, for comparison. */
  block: { p50: number; most: number; wall: number };
  /** MiB more than before: at the peak, and after a collection. */
  memory: { peak: number; kept: number };
  bytes: number;
  status: string;
  ok: boolean;
}

export interface Rounds {
  warm: number;
  counted: number;
  /** How long work that an answer triggered may continue after it. */
  behindMs: number;
  /** The folder for CPU profiles; null for none. */
  profiles: string | null;
}

/** The noise of the machine, measured on an idle service. */
export const IDLE: Attack = {
  name: 'idle',
  ready: async () => ({
    send: async () => {
      await delay(300);
      return { status: '-', bytes: 0 };
    },
  }),
};

/** Sends it several times, and judges the median of the rounds after the warm-up. */
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

/** More rounds would take minutes and not change the result. */
function isHopeless({ blockCpu, rss }: Taken): boolean {
  return blockCpu > HOPELESS * MOST_BLOCK_MS || rss.peak - rss.before > HOPELESS * MOST_MEMORY_MIB;
}

/** Such an answer, or none, means that the service failed. */
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

/** The warm-up rounds include one-time work, so they count for memory only. */
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
