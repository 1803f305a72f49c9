import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { exactly } from '../harness/figures.js';
import {
  type Kept,
  keepResults,
  type MutantResult,
  type PartResult,
  table,
} from '../harness/results.js';
import { type Options, SCENARIO_NAMES, type ScenarioName } from './options.js';

export interface ScenarioResult extends PartResult {
  name: ScenarioName;
  seconds: number;
  ok: boolean;
  findings: number;
}

interface Results {
  options: Options;
  seconds: number;
  scenarios: ScenarioResult[];
  mutants: MutantResult[];
}

const DIRECTORY = 'test/chaos/results';
const DOCUMENT = 'docs/guarantees.md';
const BEGIN = '<!-- results: written by npm run chaos -- --form full -->';
const END = '<!-- end of results -->';

/** The stored form of a run. */
interface Record extends Kept {
  seed: string;
  seconds: number;
  scenarios: ScenarioResult[];
  mutants: MutantResult[];
}

/**
 * Stores the results of a full form as JSON, and puts the last of each scenario and mutant into the
 * document; those of a shorter form are only printed.
 * @returns the files that were written
 */
export function writeResults(results: Results): string[] {
  const { form, seed, scale } = results.options;
  if (form !== 'full' || scale !== 1) return [];
  const { seconds, scenarios, mutants } = results;
  const file = keepResults(DIRECTORY, { seed, seconds, scenarios, mutants });
  publish(listRecords());
  return [file, DOCUMENT];
}

/** All runs, newest first. */
function listRecords(): Record[] {
  return readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .toReversed()
    .map((name) => JSON.parse(readFileSync(`${DIRECTORY}/${name}`, 'utf8')) as Record);
}

function publish(records: readonly Record[]): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
  if (after === undefined) throw new Error(`${DOCUMENT} has no place for the results.`);
  const sections = SCENARIO_NAMES.flatMap((name) => {
    const record = records.find(({ scenarios }) => scenarios.some((one) => one.name === name));
    return record ? [scenarioSection(record, name)] : [];
  });
  const tried = records.find(({ mutants }) => mutants.length > 0);
  if (tried) sections.push(mutantSection(tried));
  writeFileSync(DOCUMENT, before + [BEGIN, ...sections, END].join('\n\n') + after);
}

function scenarioSection(record: Record, name: ScenarioName): string {
  const { seconds, figures, findings } = record.scenarios.find((one) => one.name === name)!;
  const all = [...figures, exactly('findings of the checker', findings, 0)];
  const rows = all.map(({ what, reached, wanted, ok }) => [what, wanted, words(reached), yes(ok)]);
  const origin = `**${name}**, ${record.at.slice(0, 10)}, ${seconds} s, seed \`${record.seed}\`: ${record.machine}.`;
  return `${origin}\n\n${table(['what', 'wanted', 'reached', 'ok'], rows)}`;
}

function mutantSection({ at, seed, mutants }: Record): string {
  const rows = mutants.map(({ name, caught, by }) => [name, by.split(':', 1)[0], yes(caught)]);
  const origin = `**Mutants**, ${at.slice(0, 10)}, seed \`${seed}\`.`;
  return `${origin}\n\n${table(['mutant', 'found by', 'caught'], rows)}`;
}

function yes(ok: boolean): string {
  return ok ? 'yes' : 'no';
}

function words(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('en') : value;
}
