import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Figure } from './figures.js';
import { say } from './say.js';

export interface PartResult {
  name: string;
  figures: Figure[];
}

/** Whether the harness found a harmful change of the service, and by what. */
export interface MutantResult {
  name: string;
  seconds: number;
  caught: boolean;
  by: string;
}

export function tellMutant({ name, caught, by }: MutantResult): void {
  say(`mutant ${name}: ${caught ? `caught: ${by}` : 'FAIL, it passed'}`);
}

/** The stored form of a run, besides the harness's own data. */
export interface Kept {
  at: string;
  machine: string;
}

/** @returns the file that was written */
export function keepResults(directory: string, results: object): string {
  const at = new Date().toISOString();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${gibibytes} GiB, Node ${process.version}, fsync on`;
  const kept: Kept = { at, machine };
  const file = `${directory}/${at.slice(0, 19).replaceAll(':', '-')}.json`;
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...kept, ...results }, null, 2)}\n`);
  return file;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
