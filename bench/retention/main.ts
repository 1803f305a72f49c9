import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { embeddedServerHome } from '../../src/database/embedded-server-home.js';
import { say } from '../say.js';
import { temporaryDir } from '../site.js';
import { type Day, listGrowth, listLeft, measure, toLine } from './sizes.js';
import { openTrial, type Trial } from './trial.js';
import { makeSite, POSTS, writeADay, writeAMonth } from './writes.js';

/** Slower statements block other users of the rows; delays of the machine itself do not count. */
const MOST_MS = 200;
/** Enough for the longest retention period to level off, and ten days for a comparison. */
const DAYS = 106;
const REAL_WRITES_A_SECOND = 25;
const PATIENCE_MS = 180_000;

const SIZES = {
  whole: { secondsADay: 1.5, writes: 3_000, events: 2_000_000, keys: 300_000 },
  short: { secondsADay: 0.3, writes: 400, events: 200_000, keys: 50_000 },
};

/**
 * Simulates months of a site in minutes: days are seconds long, and the service sweeps by its own
 * timers. Then it sweeps the backlog of a month at once. Ends with 1 if something keeps growing, a
 * statement takes too long, a sweep fails or old rows stay.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
  const size = values.short ? SIZES.short : SIZES.whole;
  const dataDir = temporaryDir();
  try {
    const trial = await openTrial(dataDir, size.secondsADay);
    try {
      await makeSite(trial.client);
      const faults = [...(await live(trial, size)), ...(await catchUp(trial, size))];
      const failures = await trial.countFailures();
      if (failures > 0) faults.push(`${failures} rounds failed`);
      if (faults.length > 0) throw new Error(`Retention does not hold: ${faults.join('; ')}.`);
      say('Everything comes to its level.');
    } finally {
      await trial.close();
    }
  } finally {
    const { cluster, socketDir } = embeddedServerHome(dataDir);
    for (const place of [cluster, socketDir, dataDir])
      rmSync(place, { recursive: true, force: true });
  }
}

type Size = (typeof SIZES)['whole'];

async function live(trial: Trial, { secondsADay, writes }: Size): Promise<string[]> {
  say(`${DAYS} days of ${secondsADay} s, ${writes} writes a day. Rows (MiB with indexes):`);
  const days: Day[] = [];
  const startedAt = performance.now();
  for (let day = 1; day <= DAYS; day++) {
    await writeADay(trial.client, writes, secondsADay);
    days.push(await measure(trial.client, day, (performance.now() - startedAt) / 1_000));
    say(toLine(days.at(-1)!));
  }
  return [...listLeft(days, secondsADay, writes), ...listGrowth(days), ...listSlow(trial)];
}

async function catchUp(trial: Trial, { events, keys }: Size): Promise<string[]> {
  await writeAMonth(trial.client, events, keys);
  say(`${events} events of ${POSTS} posts (half of them of one) and ${keys} keys, all old:`);
  const startedAt = performance.now();
  while (await hasOld(trial)) {
    if (performance.now() - startedAt > PATIENCE_MS) return ['what is old stays'];
    await delay(250);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const rate = (events + keys) / seconds;
  const needed = 2 * REAL_WRITES_A_SECOND;
  say(
    `gone in ${seconds.toFixed(1)} s: ${Math.round(rate)} rows a second, ${Math.round(rate / needed)} times what ${REAL_WRITES_A_SECOND} writes a second need.`,
  );
  return listSlow(trial);
}

async function hasOld({ client }: Trial): Promise<boolean> {
  const { rows } = await client.query<{ old: boolean }>(
    `select exists (select 1 from post_events where at < now() - interval '1 month')
       or exists (select 1 from idempotency_records where created_at < now() - interval '1 month') as old`,
  );
  return rows[0].old;
}

function listSlow(trial: Trial): string[] {
  const machine = tell('a statement that writes one row', trial.takePulse());
  return [...trial.takeTimes()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, times]) => [name, tell(name, times)] as const)
    .filter(([, slowest]) => slowest > MOST_MS + machine)
    .map(([name, slowest]) => `${name} took ${Math.round(slowest)} ms`);
}

/** @returns the slowest time */
function tell(name: string, times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  say(
    `${name}: ${sorted.length} times, p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms`,
  );
  return at(1);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
