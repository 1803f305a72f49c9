import { startChild } from './child.js';
import { writtenBodies } from './discussion.js';
import type { Figure } from './figures.js';
import { type GoalId, judge } from './goals.js';
import { OwnGenerator } from './load/own-generator.js';
import { findWrk } from './load/wrk.js';
import { describeMachine } from './machine.js';
import { type Options, PART_NAMES, type PartName, parseOptions, UsageFault } from './options.js';
import { cached } from './parts/cached.js';
import { choices } from './parts/choices.js';
import { memory } from './parts/memory.js';
import type { Ground, Part } from './parts/part.js';
import { posting } from './parts/posting.js';
import { start } from './parts/start.js';
import { scale } from './parts/scale.js';
import { told } from './parts/told.js';
import { sizes, uncached } from './parts/uncached.js';
import { voting } from './parts/voting.js';
import { type Person, registerWriters, signInAdmin } from './people.js';
import { figureTable, goalTable } from './tables.js';
import { type Results, writeResults } from './results.js';
import { say } from './say.js';
import { LOGGING } from './scale/statement-log.js';
import type { Service } from './service.js';
import { Site } from './site.js';

/** Ordered to restart the service least often. */
const PARTS: Readonly<Record<PartName, Part>> = {
  start,
  cached,
  posting,
  voting,
  told,
  uncached,
  sizes,
  choices,
  memory,
  scale,
};

/** Measures the service against bare references on the same machine at the same time. */
async function main(options: Options): Promise<boolean> {
  const startedAt = performance.now();
  const paced = new OwnGenerator();
  const own = new OwnGenerator();
  const generator = findWrk() ?? own;
  const children = [
    startChild(new URL('./reference/bare-server.js', import.meta.url)),
    startChild(new URL('./reference/raw-pg.js', import.meta.url)),
  ] as const;
  const site = await Site.open(options, options.only.has('scale') ? LOGGING : undefined);
  const [bare, rawPg] = children;
  const bodies = writtenBodies();
  const ground: Ground = {
    options,
    site,
    generator,
    paced,
    bare,
    rawPg,
    bodies,
    ...prepared(site, options),
  };
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= leave(site, [...children, own, paced]));
  // Cleans up after an interrupt, too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(130)));
  try {
    const machine = await describeMachine(site, generator.name);
    say(machine.join('\n'));
    const measured = await runParts(ground);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const results: Results = { machine, options, seconds, ...measured };
    return tell(results, options);
  } finally {
    await close();
  }
}

async function leave(site: Site, children: readonly { end(): Promise<void> }[]): Promise<void> {
  for (const child of children) await child.end();
  await site.close();
}

/** Creates resources that several parts share when the first part needs them. */
function prepared(site: Site, { sizes }: Options): Pick<Ground, 'people' | 'threads'> {
  let people: Promise<{ admin: Person; writers: Person[] }> | undefined;
  let threads: ReturnType<Ground['threads']> | undefined;
  const load = async () => {
    const loaded = [];
    for (const size of sizes) loaded.push(await site.thread(size));
    await site.settle();
    return loaded;
  };
  return {
    people: (service: Service) =>
      (people ??= Promise.all([signInAdmin(service), registerWriters(service)]).then(
        ([admin, writers]) => ({ admin, writers }),
      )),
    threads: () => (threads ??= load()),
  };
}

async function runParts(ground: Ground): Promise<Pick<Results, 'figures' | 'verdicts' | 'plans'>> {
  const figures: Figure[] = [];
  const reached: Partial<Record<GoalId, number>> = {};
  let plans: string | undefined;
  for (const name of PART_NAMES) {
    if (!ground.options.only.has(name)) continue;
    say(`Measuring: ${name} ...`);
    const result = await PARTS[name](ground);
    figures.push(...result.figures);
    Object.assign(reached, result.reached);
    plans = result.plans ?? plans;
  }
  return { figures, verdicts: judge(reached), plans };
}

/** @returns whether every measured goal is reached */
function tell(results: Results, options: Options): boolean {
  say(`\n${figureTable(results.figures)}`);
  if (results.verdicts.length > 0) say(`\n${goalTable(results.verdicts)}`);
  const written = writeResults(results, options);
  say(`\n${results.seconds} s in all. Written: ${written.join(', ')}`);
  return results.verdicts.every(({ ok }) => ok);
}

try {
  const options = parseOptions(process.argv.slice(2));
  const reached = await main(options);
  process.exit(options.assert && !reached ? 1 : 0);
} catch (error) {
  const told = error instanceof UsageFault;
  process.stderr.write(`${told ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
