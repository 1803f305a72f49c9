import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageFault } from '../chaos/run-options.js';
import { say } from '../chaos/say.js';
import { Site } from '../chaos/site.js';
import type { Fault } from './findings.js';
import { tryMutants } from './mutant-trial.js';
import { type Options, parseOptions, type PartName } from './options.js';
import { frames, type Part, requests } from './parts.js';
import { type PartResult, writeResults } from './results.js';
import { Stage } from './stage.js';

// Whatever ends this process ends what it started: `exit` is heard by nodes and cluster.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

const PARTS: Readonly<Record<PartName, Part>> = { requests, frames };
const COUNTS = { short: 5_000, full: 100_000 } as const;
/** Of each fault so much is told; a script has all of it. */
const TOLD = 2_000;

async function main(options: Options): Promise<boolean> {
  const { form, seed, scale } = options;
  const startedAt = performance.now();
  say(`Fuzz: form ${form}, seed "${seed}", scale ${scale}.`);
  const site = await Site.open({ writers: 1, unlucky: 0 });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= site.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(130)));
  try {
    const parts = await runParts(site, options);
    const mutants = await tryMutants(options.mutants, site, seed);
    for (const { name, caught, by } of mutants)
      say(`mutant ${name}: ${caught ? `caught: ${by}` : 'FAIL, it passed'}`);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const written = writeResults({ options, seconds, parts, mutants });
    if (written) say(`Written: ${written}`);
    const ok = parts.every((part) => part.ok) && mutants.every(({ caught }) => caught);
    say(ok ? 'Every answer was as the document says, and every mutant caught.' : 'FAILED');
    return ok;
  } finally {
    await close();
  }
}

async function runParts(site: Site, options: Options): Promise<PartResult[]> {
  if (options.only.size === 0) return [];
  const stage = await Stage.open(site);
  try {
    const results: PartResult[] = [];
    for (const name of options.only) results.push(await runPart(name, stage, options));
    return results;
  } finally {
    await stage.close();
  }
}

async function runPart(name: PartName, stage: Stage, options: Options): Promise<PartResult> {
  say(`${name} ...`);
  const startedAt = performance.now();
  const count = Math.ceil(COUNTS[options.form] * options.scale);
  const { figures, findings } = await PARTS[name](stage, options.seed, count);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  for (const { what, reached, wanted, ok } of figures)
    say(`  ${ok ? 'ok  ' : 'FAIL'} ${what}: ${reached} (${wanted})`);
  const faults = [...findings.faults.values()];
  for (const [nth, fault] of faults.entries()) explain(fault, `${name}-${nth + 1}`, options);
  for (const line of [...stage.node.deaths, ...stage.node.errors]) say(`  ${line.slice(0, TOLD)}`);
  const ok = figures.every((figure) => figure.ok);
  if (!ok)
    say(
      `  Again with: npm run fuzz -- --form ${options.form} --only ${name} --seed ${options.seed}`,
    );
  const told = faults.map(({ kind, says, count }) => ({ kind, says, count }));
  return { name, seconds, ok, figures, faults: told };
}

function explain({ kind, says, count, script }: Fault, name: string, { place }: Options): void {
  say(`  ${kind}, ${count} times; shown by:`);
  process.stdout.write(`${says}\n${(script ?? '').slice(0, TOLD)}\n`);
  if (place === null || script === null) return;
  mkdirSync(place, { recursive: true });
  const file = join(place, `${name}.sh`);
  writeFileSync(file, `${script}\n`);
  say(`  All of it: ${file}`);
}

try {
  process.exit((await main(parseOptions(process.argv.slice(2)))) ? 0 : 1);
} catch (error) {
  const told = error instanceof UsageFault;
  process.stderr.write(`${told ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
