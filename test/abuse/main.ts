import type { PartResult } from '../harness/results.js';
import { runHarness, withClosing } from '../harness/run-harness.js';
import { say } from '../harness/say.js';
import type { Attack } from './attack.js';
import { FLOODS } from './floods/floods.js';
import { FLOOD_MUTANTS } from './floods/mutants.js';
import { runFloods } from './floods/run-floods.js';
import { Grounds } from './grounds.js';
import { IDLE, measure, type Measured, MOST_MEMORY_MIB } from './measuring.js';
import { type Options, parseOptions } from './options.js';
import { connects } from './parts/connects.js';
import { enumeration } from './parts/enumeration.js';
import { heldHead } from './parts/held-head.js';
import { keys } from './parts/keys.js';
import { brokenOff, diedOf, type Part } from './parts/part.js';
import { spellings } from './parts/spellings.js';
import { stalled } from './parts/stalled.js';
import { unknownIds } from './parts/unknown-ids.js';
import { messages } from './requests/messages.js';
import { protocol } from './requests/protocol.js';
import { reads } from './requests/reads.js';
import { writes } from './requests/writes.js';
import { partTable, requestTable, type Results, writeResults } from './results.js';
import { Stage } from './stage.js';

/** Reads run first: the front page shows the newest post. */
const ATTACKS: readonly Attack[] = [...reads, ...writes, ...messages, ...protocol];

/** The share of each part in the short form; it omits parts that take a minute. */
const PARTS: Readonly<Record<string, { run: Part; short: number | null }>> = {
  connects: { run: connects, short: 0.1 },
  spellings: { run: spellings, short: null },
  'held-head': { run: heldHead, short: 0.35 },
  keys: { run: keys, short: 0.2 },
  stalled: { run: stalled, short: null },
  enumeration: { run: enumeration, short: 0.6 },
  'unknown-ids': { run: unknownIds, short: 0.02 },
};

const FORMS = {
  short: { scale: 0.2, warm: 1, counted: 2, behindMs: 30 },
  full: { scale: 1, warm: 2, counted: 5, behindMs: 150 },
} as const;

async function main(options: Options): Promise<boolean> {
  const startedAt = performance.now();
  const { requests, parts } = options.floods
    ? { requests: [], parts: await runFloods(options) }
    : await runLoads(options);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  return tell({ options, seconds, requests, parts });
}

async function runLoads(options: Options): Promise<Pick<Results, 'requests' | 'parts'>> {
  const stage = await Stage.open(options.nodeFlags);
  return withClosing(
    () => stage.close(),
    async () => ({
      requests: await sendRequests(stage, options),
      parts: await runParts(stage, options),
    }),
  );
}

async function sendRequests(stage: Stage, { form, only, profiles }: Options): Promise<Measured[]> {
  const wanted = ATTACKS.filter(({ name }) =>
    [name, 'requests'].some((asked) => only?.includes(asked) ?? true),
  );
  if (wanted.length === 0) return [];
  const rounds = { ...FORMS[form], profiles };
  const grounds = new Grounds(stage, rounds.scale);
  const measured = [await measure(IDLE, grounds, rounds)];
  for (const one of wanted) {
    let result = await measure(one, grounds, rounds);
    // With few rounds one late collection matters, so a failed request is measured once more.
    if (!result.ok && form === 'short') {
      await stage.restart();
      result = await measure(one, grounds, rounds);
    }
    measured.push(result);
    const { name, block, memory, status, ok } = result;
    const [ms, mebibytes] = [block.p50.toFixed(0), memory.peak.toFixed(0)];
    if (!ok) say(`${name}: ${ms} ms, ${mebibytes} MiB, ${status}`);
    if (memory.peak > MOST_MEMORY_MIB / 2) await stage.restart();
  }
  return measured;
}

async function runParts(stage: Stage, { form, only }: Options): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const [name, { run, short }] of Object.entries(PARTS)) {
    if (only ? !only.includes(name) : form === 'short' && short === null) continue;
    say(`${name} ...`);
    await stage.restart();
    const deaths = stage.node.deaths.length;
    const figures = await run(stage, form === 'short' ? (short ?? 1) : 1).catch(brokenOff);
    figures.push(...stage.node.deaths.slice(deaths).map(diedOf));
    for (const { what, reached, ok } of figures) if (!ok) say(`${name}: ${what}: ${reached}`);
    results.push({ name, figures });
  }
  return results;
}

/** @returns whether every bound holds */
function tell(results: Results): boolean {
  const { requests, parts, seconds } = results;
  if (requests.length > 0) process.stdout.write(`\n${requestTable(requests)}\n`);
  if (parts.length > 0) process.stdout.write(`\n${partTable(parts)}\n`);
  const written = writeResults(results);
  say(`${seconds} s in all.${written ? ` Written: ${written}` : ''}`);
  const broken = [
    ...requests.filter(({ ok }) => !ok),
    ...parts.filter(({ figures }) => figures.some(({ ok }) => !ok)),
  ].map(({ name }) => name);
  say(broken.length === 0 ? 'Every bound holds.' : `Bounds are broken by ${broken.join(', ')}.`);
  return broken.length === 0;
}

const NAMES = {
  parts: [...ATTACKS.map(({ name }) => name), ...Object.keys(PARTS)],
  floods: FLOODS.map(({ name }) => name),
  mutants: Object.keys(FLOOD_MUTANTS),
};
await runHarness((args) => parseOptions(args, NAMES), main);
