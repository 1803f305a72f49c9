import { setTimeout as delay } from 'node:timers/promises';
import { atLeast, exactly, type Figure, told } from '../harness/figures.js';
import { say } from '../harness/say.js';
import { seedOf } from '../harness/seed-of.js';
import type { Findings } from './findings.js';
import { Caller } from './frames/caller.js';
import { FrameTally } from './frames/tally.js';
import type { Member } from './requests/crew.js';
import { Nouns } from './requests/nouns.js';
import { Pool } from './requests/pool.js';
import { Tally } from './requests/tally.js';
import { Visitor } from './requests/visitor.js';
import type { Stage } from './stage.js';

/** How many senders run concurrently. */
const AT_ONCE = 4;
const TOLD_MS = 30_000;

/** The share before the first memory reading: caches are full and statements prepared by then. */
const WARM = 0.1;
/** The memory limit in MiB; a short run can leak only little. */
const mostMemory = (count: number) => (count > 10_000 ? 100 : 32);
/** Hostile frames end most connections, so only some calls complete. */
const LEAST_TALKED = 0.002;
const LEAST_REACH = 0.9;
/** Answers may still be in transit. */
const PAUSE_MS = 3_000;

interface Outcome {
  figures: Figure[];
  findings: Findings;
}

/** @param wanted the faults that must reveal a mutant; finding them ends the part */
export type Part = (
  stage: Stage,
  seed: string,
  count: number,
  wanted?: readonly RegExp[],
) => Promise<Outcome>;

/** Requests for every operation of the API document. */
export const requests: Part = async (stage, seed, count, wanted) => {
  const api = await stage.document();
  const tally = new Tally(api);
  tally.wanted = wanted ?? null;
  const pool = new Pool(api, new Nouns(api), new Set([stage.root.id, stage.root.username]));
  for (const { operationId, shape } of stage.known) pool.keepShape(operationId, shape);
  const everybody = new Map<string, Member>();
  const visitors = Array.from(
    { length: AT_ONCE },
    (_, nth) => new Visitor(stage, api, tally, pool, everybody, nth, seedOf(`${seed} ${nth}`)),
  );
  for (const visitor of visitors) await visitor.open();
  const visit = () => Promise.all(visitors.map((visitor) => visitor.visit()));
  const memory = await grown(stage, tally, count, visit);
  for (const visitor of visitors) visitor.close();
  const reached = `${(100 * tally.reach).toFixed(1)} %`;
  const figures = [
    atLeast('requests', tally.sent, count),
    exactly('answers of 5xx', tally.countFrom(500), 0),
    {
      what: `of ${tally.reachable} operations have answered 2xx`,
      reached,
      wanted: `at least ${100 * LEAST_REACH} %`,
      ok: tally.reach >= LEAST_REACH,
    },
    told('never answered 2xx', tally.unreached.join(', ') || 'none'),
    told('answered 2xx least', tally.rarest.join(', ')),
    ...(await lastFigures(stage, tally, memory, count)),
  ];
  return { figures, findings: tally };
};

/** Frames over sockets, most of which no client sends. */
export const frames: Part = async (stage, seed, count, wanted) => {
  const api = await stage.document();
  const tally = new FrameTally();
  tally.wanted = wanted ?? null;
  const posts = await stage.listPosts();
  const callers = Array.from(
    { length: AT_ONCE },
    (_, nth) => new Caller(stage, api, tally, posts, seedOf(`${seed} ${nth}`)),
  );
  const send = () => Promise.all(callers.map((caller) => caller.send()));
  const memory = await grown(stage, tally, count, send);
  const figures = [
    atLeast('frames', tally.sent, count),
    atLeast(
      'calls answered behind all their frames',
      tally.talked,
      Math.floor(count * LEAST_TALKED),
    ),
    told('connections that the service ended', tally.closed),
    ...(await lastFigures(stage, tally, memory, count)),
  ];
  return { figures, findings: tally };
};

/** Sends everything. @returns MiB of heap growth since the warm-up; null after a crash */
async function grown(
  stage: Stage,
  findings: Findings,
  count: number,
  send: () => Promise<unknown>,
): Promise<number | null> {
  const timer = setInterval(() => say(`  ${findings.sent} sent`), TOLD_MS);
  try {
    findings.limit = count * WARM;
    await send();
    if (stage.node.deaths.length > 0) return null;
    await delay(PAUSE_MS);
    await stage.gauge.begin();
    findings.limit = count;
    await send();
    await delay(PAUSE_MS);
    return stage.node.deaths.length > 0 ? null : (await stage.gauge.end()).kept;
  } finally {
    clearInterval(timer);
  }
}

async function lastFigures(
  stage: Stage,
  { faults }: Findings,
  memory: number | null,
  count: number,
): Promise<Figure[]> {
  const most = mostMemory(count);
  const different = [...faults.values()].reduce((sum, { count }) => sum + count, 0);
  const rise = memory === null ? 'unknown' : `${memory.toFixed(0)} MiB`;
  return [
    exactly('faults', different, 0),
    exactly('kinds of faults', faults.size, 0),
    exactly('exits', stage.node.deaths.length, 0),
    exactly('errors in the log', stage.node.errors.length, 0),
    {
      what: 'more memory',
      reached: rise,
      wanted: `less than ${most} MiB`,
      ok: memory !== null && memory < most,
    },
    exactly('a page is still served', await stage.servedPage(), 'yes'),
  ];
}
