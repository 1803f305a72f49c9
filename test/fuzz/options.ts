import { parseRun, type RunOptions } from '../harness/run-options.js';

const PART_NAMES = ['requests', 'frames'] as const;
export type PartName = (typeof PART_NAMES)[number];

const MUTANT_NAMES = [
  'undocumented-status',
  'internal-error',
  'leaked-stack',
  'undocumented-field',
  'keeps-requests',
  'frame-that-kills',
] as const;
export type MutantName = (typeof MUTANT_NAMES)[number];

/** `place` is the folder for scripts that reproduce each fault. */
export type Options = RunOptions<PartName, MutantName>;

const USAGE = `Usage: npm run fuzz -- [options]
  --form short|full       short; 10,000 requests and 10,000 frames, or 100,000 of each
  --only PART[,...]       ${PART_NAMES.join(', ')}; both, and then the mutants, when left out
  --mutant NAME[,...]|all mutants alone: ${MUTANT_NAMES.join(', ')}
  --seed TEXT             of every choice that is made; printed, and "colloquy" when left out
  --scale X               of the numbers of the form; 1
  --scripts DIR           keeps the requests of each fault as a script`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[]): Options {
  return parseRun(args, {
    parts: PART_NAMES,
    mutants: MUTANT_NAMES,
    placeOption: 'scripts',
    usage: USAGE,
  });
}
