import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { MutantName, Options, ScenarioName } from './options.js';
import type { Figure } from './scenarios/scenario.js';

export interface ScenarioResult {
  name: ScenarioName;
  seconds: number;
  ok: boolean;
  figures: Figure[];
  findings: number;
}

export interface MutantResult {
  name: MutantName;
  seconds: number;
  caught: boolean;
  by: string;
}

export interface Results {
  options: Options;
  seconds: number;
  scenarios: ScenarioResult[];
  mutants: MutantResult[];
}

const DIRECTORY = 'test/chaos/results';
const DOCUMENT = 'docs/guarantees.md';
const BEGIN = '<!-- results: written by npm run chaos -- --form full -->';
const END = '<!-- end of results -->';

/**
 * Keeps the results of a full form as JSON and puts them into the document; a shorter one is for
 * those who run it.
 * @returns the files that were written
 */
export function writeResults(results: Results): string[] {
  const { form, only, seed, scale } = results.options;
  if (form !== 'full' || scale !== 1) return [];
  const at = new Date().toISOString();
  const file = `${DIRECTORY}/${at.slice(0, 19).replaceAll(':', '-')}.json`;
  const { seconds, scenarios, mutants } = results;
  const record = { at, machine: machine(), seed, seconds, scenarios, mutants };
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  if (only.size < 4 || mutants.length === 0) return [file];
  publish(
    `Measured on ${at.slice(0, 10)} in ${seconds} s, seed \`${seed}\`: ${machine()}.`,
    results,
  );
  return [file, DOCUMENT];
}

function machine(): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0].model.trim()}, ${gibibytes} GiB, Node ${process.version}, fsync on`;
}

function publish(origin: string, { scenarios, mutants }: Results): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
  if (after === undefined) throw new Error(`${DOCUMENT} has no place for the results.`);
  const rows = scenarios.flatMap(({ name, figures, findings }) => [
    ...figures.map(({ what, reached, wanted, ok }) => [
      name,
      what,
      wanted,
      words(reached),
      yes(ok),
    ]),
    [name, 'findings of the checker', '0', String(findings), yes(findings === 0)],
  ]);
  const caught = mutants.map(({ name, caught: ok, by }) => [name, by, yes(ok)]);
  const parts = [
    BEGIN,
    origin,
    table(['scenario', 'what', 'wanted', 'reached', 'ok'], rows),
    table(['mutant', 'found by', 'caught'], caught),
    END,
  ];
  writeFileSync(DOCUMENT, before + parts.join('\n\n') + after);
}

function yes(ok: boolean): string {
  return ok ? 'yes' : 'no';
}

function words(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('en') : value;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
