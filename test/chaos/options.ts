import { parseRun, type RunOptions } from '../harness/run-options.js';

export const SCENARIO_NAMES = ['loss', 'idempotency', 'ban', 'drain', 'fanout', 'mail'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

const MUTANT_NAMES = [
  'acknowledge-before-commit',
  'cursor-by-insert-id',
  'emit-without-replay',
  'counter-outside-the-transaction',
  'idempotency-in-memory',
  'refused-mail-dropped',
  'hidden-comments-mailed',
  'mail-id-of-each-try',
] as const;
export type MutantName = (typeof MUTANT_NAMES)[number];

/** `place` is the folder for histories that show a fault. */
export type Options = RunOptions<ScenarioName, MutantName>;

const USAGE = `Usage: npm run chaos -- [options]
  --form short|full       short; both run the same faults, the full form as many as are promised
  --only SCENARIO[,...]   ${SCENARIO_NAMES.join(', ')}; all, and then the mutants, when left out
  --mutant NAME[,...]|all mutants alone: ${MUTANT_NAMES.join(', ')}
  --seed TEXT             of every choice that is made; printed, and "colloquy" when left out
  --scale X               of every figure of the form; 1
  --history DIR           keeps the whole history of a scenario that fails, as JSONL`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[]): Options {
  return parseRun(args, {
    parts: SCENARIO_NAMES,
    mutants: MUTANT_NAMES,
    placeOption: 'history',
    usage: USAGE,
  });
}
