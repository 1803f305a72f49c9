import { writeFileSync } from 'node:fs';
import { scaled } from '../chaos/scenarios/scenario.js';
import { Site } from '../chaos/site.js';
import { type MutantResult, table, tellMutant } from '../harness/results.js';
import { runHarness, withClosing } from '../harness/run-harness.js';
import { say } from '../harness/say.js';
import { approveAgainstEdit } from './approve-against-edit.js';
import { lockAgainstReply } from './lock-against-reply.js';
import { modelRuns } from './model-runs.js';
import { parseOptions, type RaceMutantName, type RaceName, type RaceOptions } from './options.js';
import { type Race, type RaceOutcome, openTrack } from './track.js';

const RACES: Readonly<Record<RaceName, { run: Race; short: number; full: number }>> = {
  'lock-against-reply': { run: lockAgainstReply, short: 200, full: 10_000 },
  'approve-against-edit': { run: approveAgainstEdit, short: 100, full: 5_000 },
  model: { run: modelRuns, short: 40, full: 2_000 },
};

/** The race that must find each mutant, and the maximum number of runs. */
const FOUND_BY: Readonly<Record<RaceMutantName, RaceName>> = {
  'asks-for-the-lock-first': 'lock-against-reply',
  'compares-the-version-first': 'approve-against-edit',
  'counts-outside-the-transaction': 'model',
};
/** Races are random: a mutant that escaped gets another run. */
const MUTANT_RUNS = 5;
const TOLD = 5;

interface RaceResult {
  name: string;
  seconds: number;
  runs: number;
  wanted: number;
  ends: RaceOutcome['ends'];
  violations: number;
  /** Deadlocks that Postgres found and the service retried; a client must see none. */
  deadlocks: number;
  ok: boolean;
}

async function main(options: RaceOptions): Promise<boolean> {
  say(`Races: form ${options.form}, seed "${options.seed}", scale ${options.scale}.`);
  const site = await Site.open({ writers: 9, unlucky: 0 });
  return withClosing(
    () => site.close(),
    async () => {
      const races: RaceResult[] = [];
      for (const name of options.only) races.push(await run(name, site, options));
      const mutants: MutantResult[] = [];
      for (const name of options.mutants) mutants.push(await tryMutant(name, site, options));
      printTable(races);
      if (options.place !== null) {
        const { form, seed, scale } = options;
        const result = { at: new Date().toISOString(), form, seed, scale, races, mutants };
        writeFileSync(options.place, `${JSON.stringify(result, null, 2)}\n`);
      }
      const ok = races.every((one) => one.ok) && mutants.every((one) => one.caught);
      say(ok ? 'No race ended as it must not, and every mutant was caught.' : 'FAILED');
      return ok;
    },
  );
}

async function run(name: RaceName, site: Site, { form, seed, scale }: RaceOptions) {
  say(`${name} ...`);
  const startedAt = performance.now();
  const wanted = scaled(RACES[name][form], scale);
  const track = await openTrack(site);
  try {
    const { runs, ends, violations } = await RACES[name].run(track, wanted, seed);
    const deadlocks = await countDeadlocks(track.arena);
    const deaths = track.arena.deaths;
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    for (const end of Object.keys(ends).toSorted((one, other) => one.localeCompare(other)))
      say(`  ${end}: ${ends[end]}`);
    for (const line of [...violations.slice(0, TOLD), ...deaths]) say(`  VIOLATION ${line}`);
    const ok = violations.length === 0 && deaths.length === 0 && runs === wanted;
    return { name, seconds, runs, wanted, ends, violations: violations.length, deadlocks, ok };
  } finally {
    await track.arena.close();
  }
}

async function countDeadlocks({
  cluster,
  database,
}: {
  cluster: Site['cluster'];
  database: string;
}) {
  const [{ deadlocks }] = await cluster.query<{ deadlocks: number }>(
    'postgres',
    'select deadlocks::int from pg_stat_database where datname = $1',
    [database],
  );
  return deadlocks;
}

async function tryMutant(
  name: RaceMutantName,
  site: Site,
  { seed, scale }: RaceOptions,
): Promise<MutantResult> {
  const race = RACES[FOUND_BY[name]];
  const startedAt = performance.now();
  let found: string | undefined;
  const track = await openTrack(site, name);
  try {
    for (let attempt = 1; attempt <= MUTANT_RUNS && found === undefined; attempt++) {
      const runs = scaled(race.short, scale);
      const { violations } = await race.run(track, runs, `${seed} ${attempt}`);
      found = violations[0]?.split('\n', 1)[0];
    }
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const by = found === undefined ? 'nothing' : `${FOUND_BY[name]}: ${found}`;
    const result = { name, seconds, caught: found !== undefined, by };
    tellMutant(result);
    return result;
  } finally {
    await track.arena.close();
  }
}

function printTable(races: readonly RaceResult[]): void {
  const head = ['race', 'runs', 'violations', 'deadlocks seen by a client', 'seconds'];
  const rows = races.map(({ name, runs, violations, ends, seconds }) => {
    const seen = Object.entries(ends).filter(([end]) => /: 5\d\d/.test(end));
    const count = seen.reduce((sum, [, times]) => sum + times, 0);
    return [name, runs, violations, count, seconds].map(String);
  });
  process.stdout.write(`${table(head, rows)}\n`);
}

await runHarness(parseOptions, main);
