import { parseRun, type RunOptions } from '../harness/run-options.js';

const RACE_NAMES = ['lock-against-reply', 'approve-against-edit', 'model'] as const;
export type RaceName = (typeof RACE_NAMES)[number];

const RACE_MUTANT_NAMES = [
  'asks-for-the-lock-first',
  'compares-the-version-first',
  'counts-outside-the-transaction',
] as const;
export type RaceMutantName = (typeof RACE_MUTANT_NAMES)[number];

/** `place` is the file for the result, as JSON. */
export type RaceOptions = RunOptions<RaceName, RaceMutantName>;

const USAGE = `Usage: npm run races -- [options]
  --form short|full       short; the full form runs as many as are promised
  --only RACE[,...]       ${RACE_NAMES.join(', ')}; all, and then the mutants, when left out
  --mutant NAME[,...]|all mutants alone: ${RACE_MUTANT_NAMES.join(', ')}
  --seed TEXT             of every choice that is made; printed, and "colloquy" when left out
  --scale X               of every figure of the form; 1
  --json FILE             keeps the result as JSON`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[]): RaceOptions {
  return parseRun(args, {
    parts: RACE_NAMES,
    mutants: RACE_MUTANT_NAMES,
    placeOption: 'json',
    usage: USAGE,
  });
}
