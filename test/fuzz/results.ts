import { keepResults, type MutantResult, type PartResult } from '../harness/results.js';
import type { Options } from './options.js';

export interface FuzzResult extends PartResult {
  seconds: number;
  ok: boolean;
  /** Each kind of fault, and how often it occurred. */
  faults: { kind: string; says: string; count: number }[];
}

interface Results {
  options: Options;
  seconds: number;
  parts: FuzzResult[];
  mutants: MutantResult[];
}

/** Stores the results of the full form. @returns the file that was written */
export function writeResults({ options, ...results }: Results): string | null {
  const { form, scale, seed } = options;
  if (form !== 'full' || scale !== 1) return null;
  return keepResults('test/fuzz/results', { seed, ...results });
}
