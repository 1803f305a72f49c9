import { parseArgs } from 'node:util';

export const SCENARIO_NAMES = ['loss', 'idempotency', 'ban', 'drain', 'fanout'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export const MUTANT_NAMES = [
  'acknowledge-before-commit',
  'cursor-by-insert-id',
  'emit-without-replay',
  'counter-outside-the-transaction',
  'idempotency-in-memory',
] as const;
export type MutantName = (typeof MUTANT_NAMES)[number];

export type Form = 'short' | 'full';

export interface Options {
  form: Form;
  only: ReadonlySet<ScenarioName>;
  /** Whose harmful change the nodes run with; `all` runs each in turn behind the scenarios. */
  mutants: readonly MutantName[];
  seed: string;
  /** Of every figure of the form: 0.1 is a tenth. */
  scale: number;
  /** Where histories go that show a fault; null keeps none. */
  historyDir: string | null;
}

export class UsageFault extends Error {}

export const USAGE = `Usage: npm run chaos -- [options]
  --form short|full       short; both run the same faults, the full form as many as are promised
  --only SCENARIO[,...]   ${SCENARIO_NAMES.join(', ')}; all, and then the mutants, when left out
  --mutant NAME|all       a mutant alone: ${MUTANT_NAMES.join(', ')}
  --seed TEXT             of every choice that is made; printed, and "colloquy" when left out
  --scale X               of every figure of the form; 1
  --history DIR           keeps the whole history of a scenario that fails, as JSONL`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[]): Options {
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
        history: text,
      },
    }).values;
  } catch {
    throw new UsageFault(USAGE);
  }
  const form = one(['short', 'full'] as const, values.form);
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new UsageFault(USAGE);
  return {
    form,
    only: new Set(
      values.only !== undefined
        ? values.only.split(',').map((name) => one(SCENARIO_NAMES, name))
        : values.mutant !== undefined
          ? []
          : SCENARIO_NAMES,
    ),
    mutants:
      values.mutant === 'all' || (values.mutant === undefined && values.only === undefined)
        ? MUTANT_NAMES
        : values.mutant === undefined
          ? []
          : [one(MUTANT_NAMES, values.mutant)],
    seed: values.seed,
    scale,
    historyDir: values.history ?? null,
  };
}

function one<T extends string>(names: readonly T[], name: string): T {
  const found = names.find((known) => known === name);
  if (found === undefined) throw new UsageFault(USAGE);
  return found;
}
