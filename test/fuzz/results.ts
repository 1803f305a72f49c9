import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Figure } from '../chaos/scenarios/scenario.js';
import type { MutantName, Options, PartName } from './options.js';

export interface PartResult {
  name: PartName;
  seconds: number;
  ok: boolean;
  figures: Figure[];
  /** Each kind of fault, and how often it was seen. */
  faults: { kind: string; says: string; count: number }[];
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
  parts: PartResult[];
  mutants: MutantResult[];
}

const DIRECTORY = 'test/fuzz/results';

/** Keeps those of the full form. @returns the file that was written */
export function writeResults({ options, ...results }: Results): string | null {
  if (options.form !== 'full' || options.scale !== 1) return null;
  const at = new Date().toISOString();
  const file = `${DIRECTORY}/${at.slice(0, 19).replaceAll(':', '-')}.json`;
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${gibibytes} GiB, Node ${process.version}`;
  const { seed } = options;
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, machine, seed, ...results }, null, 2)}\n`);
  return file;
}
