import { OwnGenerator } from '../../../bench/load/own-generator.js';
import { findWrk } from '../../../bench/load/wrk.js';
import type { Figure } from '../../harness/figures.js';
import type { PartResult } from '../../harness/results.js';
import { withClosing } from '../../harness/run-harness.js';
import { say } from '../../harness/say.js';
import type { Options } from '../options.js';
import { brokenOff, diedOf } from '../parts/part.js';
import { Stage } from '../stage.js';
import { floodWith } from './flooding.js';
import { type Flood, FLOODS } from './floods.js';
import { prepareGround } from './ground.js';
import { FLOOD_MUTANTS } from './mutants.js';
import type { Length, Setting } from './windows.js';

const LENGTHS: Readonly<Record<Options['form'], Length>> = {
  short: {
    windows: 4,
    seconds: 0.75,
    bareSeconds: 0.5,
    wide: false,
    honestEveryMs: 2_000,
    byClock: false,
    // The initial burst that limits allow is a large part of a short window.
    leastKept: 0.6,
  },
  full: {
    windows: 10,
    seconds: 2,
    bareSeconds: 2,
    wide: true,
    honestEveryMs: 6_000,
    byClock: true,
    leastKept: 0.8,
  },
};

/** A production setting, behind a proxy on the same machine. */
const PRODUCTION = {
  NODE_ENV: 'production',
  RATE_LIMITS: 'on',
  TRUSTED_PROXIES: '127.0.0.1',
};

/** Floods a service with limits, one flood after another; or services with a harmful change. */
export async function runFloods(options: Options): Promise<PartResult[]> {
  const { form, only, nodeFlags, mutants } = options;
  if (mutants.length > 0) return judgeMutants(options);
  return withService(form, nodeFlags, PRODUCTION, async (setting) => {
    const results: PartResult[] = [];
    for (const flood of FLOODS) {
      if (only && !only.includes(flood.name)) continue;
      say(`${flood.name} ...`);
      if (form === 'full') await setting.stage.restart();
      let figures = await sendFlood(flood, setting);
      // In the short form a brief stall matters, so a failure is repeated, with fresh budgets.
      if (form === 'short' && figures.some(({ ok }) => !ok)) {
        await setting.stage.restart();
        figures = await sendFlood(flood, setting, 1);
      }
      for (const { what, reached, ok } of figures) say(`  ${ok ? '' : 'NO '}${what}: ${reached}`);
      results.push({ name: flood.name, figures });
    }
    return results;
  });
}

async function judgeMutants({ nodeFlags, mutants }: Options): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const name of mutants) {
    const { flags = [], env, flood, brokenBy } = FLOOD_MUTANTS[name];
    say(`mutant ${name} ...`);
    const all = [...nodeFlags, ...flags];
    const figures = await withService('short', all, { ...PRODUCTION, ...env }, (setting) =>
      sendFlood(
        FLOODS.find((one) => one.name === flood)!,
        setting,
      ),
    );
    const found = figures.find(({ what, ok }) => !ok && brokenBy.test(what));
    const reached = found ? `${found.what}: ${found.reached}` : 'nothing';
    say(`  found by ${reached}`);
    const figure = { what: `found by ${flood}`, wanted: String(brokenBy), reached, ok: !!found };
    results.push({ name: `mutant ${name}`, figures: [figure] });
  }
  return results;
}

async function sendFlood(flood: Flood, setting: Setting, again = 0): Promise<Figure[]> {
  const { deaths } = setting.stage.node;
  const before = deaths.length;
  const figures = await floodWith(flood, FLOODS.indexOf(flood), setting, again).catch(brokenOff);
  return [...figures, ...deaths.slice(before).map(diedOf)];
}

async function withService<Result>(
  form: Options['form'],
  flags: readonly string[],
  env: Readonly<Record<string, string>>,
  work: (setting: Setting) => Promise<Result>,
): Promise<Result> {
  const stage = await Stage.open(flags, env);
  const own = new OwnGenerator();
  // `wrk` takes whole seconds only.
  const reader = (form === 'full' && findWrk()) || own;
  const close = async () => {
    await own.end();
    await stage.close();
  };
  return withClosing(close, async () => {
    const ground = await prepareGround(stage, form === 'full' ? 8 : 3);
    return work({ stage, ground, reader, length: LENGTHS[form] });
  });
}
