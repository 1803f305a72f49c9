import { parseArgs } from 'node:util';
import { type Form, UsageFault } from '../chaos/options.js';

export const RACE_NAMES = ['lock-against-reply', 'approve-against-edit', 'model'] as const;
export type RaceName = (typeof RACE_NAMES)[number];

export const RACE_MUTANT_NAMES = [
  'asks-for-the-lock-first',
  'compares-the-version-first',
  'counts-outside-the-transaction',
] as const;
export type RaceMutantName = (typeof RACE_MUTANT_NAMES)[number];

export interface RaceOptions {
  form: Form;
  only: ReadonlySet<RaceName>;
  /** Run behind the races, each under the race that must find it. */
  mutants: readonly RaceMutantName[];
  seed: string;
  /** Of every figure of the form: 0.1 is a tenth. */
  scale: number;
  /** Where the result goes as JSON; null keeps none. */
  json: string | null;
}

export const USAGE = `Usage: npm run races -- [options]
  --form short|full       short; the full form runs as many as are promised
  --only RACE[,...]       ${RACE_NAMES.join(', ')}; all, and then the mutants, when left out
  --mutant NAME|all       mutants alone: ${RACE_MUTANT_NAMES.join(', ')}
  --seed TEXT             of every choice that is made; printed, and "colloquy" when left out
  --scale X               of every figure of the form; 1
  --json FILE             keeps the result as JSON`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[]): RaceOptions {
  const text = { type: 'string' } as const;
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        form: { ...text, default: 'short' },
        only: text,
        mutant: text,
        seed: { ...text, default: 'colloquy' },
        scale: { ...text, default: '1' },
        json: text,
      },
    }).values;
  } catch {
    throw new UsageFault(USAGE);
  }
  const { only, mutant, seed, json = null } = values;
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new UsageFault(USAGE);
  const all = only === undefined && mutant === undefined;
  return {
    form: one(['short', 'full'] as const, values.form),
    only: new Set(all ? RACE_NAMES : (only?.split(',') ?? []).map((name) => one(RACE_NAMES, name))),
    mutants:
      all || mutant === 'all'
        ? RACE_MUTANT_NAMES
        : (mutant?.split(',') ?? []).map((name) => one(RACE_MUTANT_NAMES, name)),
    seed,
    scale,
    json,
  };
}

function one<T extends string>(names: readonly T[], name: string): T {
  const found = names.find((known) => known === name);
  if (found === undefined) throw new UsageFault(USAGE);
  return found;
}
