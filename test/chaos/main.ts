import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactly, tellFigures } from '../harness/figures.js';
import { type MutantResult, tellMutant } from '../harness/results.js';
import { runHarness, withClosing } from '../harness/run-harness.js';
import { say } from '../harness/say.js';
import { shrink } from './checks/shrink.js';
import type { Finding } from './checks/finding.js';
import { linesOf } from './history.js';
import { type MutantName, type Options, parseOptions, type ScenarioName } from './options.js';
import { judgeMutant } from './mutant-trial.js';
import { type ScenarioResult, writeResults } from './results.js';
import { ban } from './scenarios/ban.js';
import { drain } from './scenarios/drain.js';
import { fanout } from './scenarios/fanout.js';
import { idempotency } from './scenarios/idempotency.js';
import { loss } from './scenarios/loss.js';
import { mail } from './scenarios/mail.js';
import type { Outcome, Scenario } from './scenarios/scenario.js';
import { Site } from './site.js';

const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  loss,
  idempotency,
  ban,
  drain,
  fanout,
  mail,
};

/** How many findings of each kind are printed; more of the same adds nothing. */
const TOLD = 3;

async function main(options: Options): Promise<boolean> {
  const startedAt = performance.now();
  say(`Chaos: form ${options.form}, seed "${options.seed}", scale ${options.scale}.`);
  const site = await Site.open({ writers: 16, unlucky: options.form === 'full' ? 50 : 10 });
  return withClosing(
    () => site.close(),
    async () => {
      const scenarios: ScenarioResult[] = [];
      for (const [name, scenario] of Object.entries(SCENARIOS))
        if (options.only.has(name as ScenarioName))
          scenarios.push(await run(name as ScenarioName, scenario, site, options));
      const mutants: MutantResult[] = [];
      for (const name of options.mutants) mutants.push(await tryMutant(name, site, options));
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      const written = writeResults({ options, seconds, scenarios, mutants });
      if (written.length > 0) say(`Written: ${written.join(', ')}`);
      const ok = scenarios.every((one) => one.ok) && mutants.every((one) => one.caught);
      say(ok ? 'Every promise was kept, and every mutant caught.' : 'FAILED');
      return ok;
    },
  );
}

async function run(
  name: ScenarioName,
  scenario: Scenario,
  site: Site,
  options: Options,
): Promise<ScenarioResult> {
  say(`${name} ...`);
  const { form, seed, scale } = options;
  const startedAt = performance.now();
  const outcome = await scenario({ site, form, seed, scale });
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const { figures, findings, notes } = outcome;
  const ok = findings.length === 0 && figures.every((figure) => figure.ok);
  tellFigures([...figures, exactly('findings of the checker', findings.length, 0)]);
  if (!ok) explain(name, outcome, options);
  for (const note of notes) say(`  ${note}`);
  return { name, seconds, ok, figures, findings: findings.length };
}

/** Prints the shortest histories that show the failures, and the path of the whole one. */
function explain(name: string, { findings, history }: Outcome, options: Options): void {
  for (const finding of chosen(findings)) {
    say(`  ${finding.invariant}: ${finding.says}; shown by:`);
    for (const line of linesOf(shrink(history, finding))) process.stdout.write(`    ${line}\n`);
  }
  say(
    `  Again with: npm run chaos -- --form ${options.form} --only ${name} --seed ${options.seed}`,
  );
  if (options.place === null) return;
  mkdirSync(options.place, { recursive: true });
  const file = join(options.place, `${name}.jsonl`);
  writeFileSync(file, [...linesOf(history)].join('\n'));
  say(`  The whole history: ${file}`);
}

function chosen(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ invariant }, at) =>
      findings.slice(0, at).filter((earlier) => earlier.invariant === invariant).length < TOLD,
  );
}

async function tryMutant(name: MutantName, site: Site, options: Options): Promise<MutantResult> {
  const startedAt = performance.now();
  const verdict = await judgeMutant(name, site, options);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const { shownBy, ...found } = verdict;
  const result = { name, seconds, ...found };
  tellMutant(result);
  for (const line of shownBy) process.stdout.write(`    ${line}\n`);
  return result;
}

await runHarness(parseOptions, main);
