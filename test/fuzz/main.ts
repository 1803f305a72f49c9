import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Site } from '../chaos/site.js';
import { tellFigures } from '../harness/figures.js';
import { tellMutant } from '../harness/results.js';
import { runHarness, withClosing } from '../harness/run-harness.js';
import { say } from '../harness/say.js';
import type { Fault } from './findings.js';
import { tryMutants } from './mutant-trial.js';
import { type Options, parseOptions, type PartName } from './options.js';
import { frames, type Part, requests } from './parts.js';
import { type FuzzResult, writeResults } from './results.js';
import { Stage } from './stage.js';

const PARTS: Readonly<Record<PartName, Part>> = { requests, frames };
const COUNTS = { short: 10_000, full: 100_000 } as const;
/** How many characters of each fault are printed; its script has all of it. */
const TOLD = 2_000;

async function main(options: Options): Promise<boolean> {
  const { form, seed, scale } = options;
  const startedAt = performance.now();
  say(`Fuzz: form ${form}, seed "${seed}", scale ${scale}.`);
  const site = await Site.open({ writers: 1, unlucky: 0 });
  return withClosing(
    () => site.close(),
    async () => {
      const parts = await runParts(site, options);
      const mutants = await tryMutants(options.mutants, site, seed);
      mutants.forEach(tellMutant);
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      const written = writeResults({ options, seconds, parts, mutants });
      if (written) say(`Written: ${written}`);
      const ok = parts.every((part) => part.ok) && mutants.every(({ caught }) => caught);
      say(ok ? 'Every answer was as the document says, and every mutant caught.' : 'FAILED');
      return ok;
    },
  );
}

async function runParts(site: Site, options: Options): Promise<FuzzResult[]> {
  if (options.only.size === 0) return [];
  const stage = await Stage.open(site);
  try {
    const results: FuzzResult[] = [];
    for (const name of options.only) results.push(await runPart(name, stage, options));
    return results;
  } finally {
    await stage.close();
  }
}

async function runPart(name: PartName, stage: Stage, options: Options): Promise<FuzzResult> {
  say(`${name} ...`);
  const startedAt = performance.now();
  const count = Math.ceil(COUNTS[options.form] * options.scale);
  const { figures, findings } = await PARTS[name](stage, options.seed, count);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  tellFigures(figures);
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

await runHarness(parseOptions, main);
