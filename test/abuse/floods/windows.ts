import { readFileSync } from 'node:fs';
import { median } from '../../../bench/percentiles.js';
import type { Figure } from '../../harness/figures.js';
import type { Generator } from '../../../bench/load/load.js';
import type { Stage } from '../stage.js';
import type { Ground } from './ground.js';
import { bareOf, type Flood } from './floods.js';
import type { FloodGenerator } from './generator.js';
import type { Sent, Volume } from './volume.js';

/**
 * The maximum request rate: a hundred thousand a minute, where limits are tens or hundreds. A
 * higher rate would saturate the service even with bare requests, and the smallest difference in
 * cost would decide.
 */
const MOST_A_SECOND = 2_000;
const READERS = 8;

/** The length of a flood, and of its windows. */
export interface Length {
  windows: number;
  seconds: number;
  bareSeconds: number;
  /** Whether it comes from a whole /24 instead of one address. */
  wide: boolean;
  /** Time between the starts of two rounds of the honest member. */
  honestEveryMs: number;
  /** Judges pages per second of time, or of CPU: the only stable measure in short windows. */
  byClock: boolean;
  /** The least share of its rate that a cached page keeps, relative to bare requests. */
  leastKept: number;
}

export interface Setting {
  stage: Stage;
  ground: Ground;
  reader: Generator;
  length: Length;
}

/** The traffic of a window, and the pages that were read meanwhile. */
interface Window {
  sent: Sent;
  /** Pages per second of time, and per second of the main thread's CPU. */
  pages: number;
  pagesByCpu: number;
}

/** A window of the flood, and the mean of the bare windows before and after it. */
export interface Pair {
  flooded: Window;
  bare: Window;
}

/**
 * Sends a flood, and between its windows bare requests at the flood's rate, so that other load on
 * the machine affects both.
 */
export async function sendWindows(
  flood: Flood,
  addresses: readonly string[],
  { stage, ground, reader, length }: Setting,
  generator: FloodGenerator,
): Promise<Pair[]> {
  const page = {
    url: ground.origin,
    requests: [{ method: 'GET' as const, path: ground.page.path, headers: {} }],
    connections: READERS,
  };
  const send = async (
    what: Pick<Volume, 'what' | 'connections'>,
    perSecond: number,
    seconds: number,
  ): Promise<Window> => {
    const ms = seconds * 1_000;
    const volume = { ...what, port: stage.node.port, addresses, ms, perSecond };
    const before = secondsOfMainThread(stage.node.pid);
    const [sent, read] = await Promise.all([generator.run(volume), reader.run(page, seconds)]);
    const ran = secondsOfMainThread(stage.node.pid) - before;
    return { sent, pages: read.perSecond, pagesByCpu: read.answers / ran };
  };
  const what = { what: flood.make(ground, addresses), connections: flood.connections };
  const bareWhat = bareOf(flood, ground);
  const pairs: Pair[] = [];
  let before = null as Window | null;
  for (let at = 0; at < length.windows; at++) {
    const flooded = await send(what, MOST_A_SECOND, length.seconds);
    const rate = Math.max(1, flooded.sent.perSecond);
    const bare = await send(bareWhat, rate, length.bareSeconds);
    // Before the first window the rate is unknown.
    const other = before ?? bare;
    const pages = (bare.pages + other.pages) / 2;
    const pagesByCpu = (bare.pagesByCpu + other.pagesByCpu) / 2;
    // If a reader got no CPU even beside bare requests, the window measured nothing.
    if (bare.pages > 0 && other.pages > 0)
      pairs.push({ flooded, bare: { sent: bare.sent, pages, pagesByCpu } });
    before = bare;
  }
  return pairs;
}

function secondsOfMainThread(pid: number): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'latin1').split(' ');
  return Number(nanoseconds) / 1e9;
}

export function figuresOf(pairs: readonly Pair[], { byClock, leastKept }: Length): Figure[] {
  const of = (value: (pair: Pair) => number) =>
    Math.round(median(pairs.map(value))).toLocaleString('en');
  const share = (what: string, judged: boolean, rate: (window: Window) => number): Figure => {
    const ratios = pairs.map(({ flooded, bare }) => rate(flooded) / rate(bare));
    const sum = (which: keyof Pair) => pairs.reduce((all, pair) => all + rate(pair[which]), 0);
    const rates = `${of(({ flooded }) => rate(flooded))} of ${of(({ bare }) => rate(bare))}`;
    const all = sum('flooded') / sum('bare');
    return {
      what: `cached pages for a second ${what}, as a share of those beside bare requests, median`,
      wanted: judged ? `at least ${leastKept}` : '–',
      reached: `${median(ratios).toFixed(2)} (${rates}), of all windows ${all.toFixed(2)}, in the worst window ${Math.min(...ratios).toFixed(2)}`,
      ok: !judged || median(ratios) >= leastKept,
    };
  };
  const ends = endsOf(pairs.map(({ flooded }) => flooded.sent));
  return [
    {
      what: 'sent in a second, of the flood and of bare requests',
      wanted: '–',
      reached: `${of(({ flooded }) => flooded.sent.perSecond)} and ${of(({ bare }) => bare.sent.perSecond)}; ${ends}`,
      ok: true,
    },
    share('by the clock', byClock, ({ pages }) => pages),
    share('of the main thread', !byClock, ({ pagesByCpu }) => pagesByCpu),
  ];
}

function endsOf(sent: readonly Sent[]): string {
  const all = new Map<string, number>();
  for (const { ends } of sent)
    for (const [how, count] of Object.entries(ends)) all.set(how, (all.get(how) ?? 0) + count);
  return [...all].map(([how, count]) => `${count.toLocaleString('en')} × ${how}`).join(', ');
}
