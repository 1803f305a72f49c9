import { parseArgs } from 'node:util';

export type Form = 'short' | 'full';

/** The options of a harness: its parts, then mutants of the service that it must find. */
export interface RunOptions<Part extends string, Mutant extends string> {
  form: Form;
  only: ReadonlySet<Part>;
  /** Run after the parts. */
  mutants: readonly Mutant[];
  seed: string;
  /** Scales every count of the form: 0.1 is a tenth. */
  scale: number;
  /** The folder for files, if the harness has an option for it; null writes none. */
  place: string | null;
}

/** The available parts and mutants of a harness. */
interface Choice<Part extends string, Mutant extends string> {
  parts: readonly Part[];
  mutants: readonly Mutant[];
  /** The name of the option for `place`, if the harness has one. */
  placeOption?: string;
  usage: string;
}

export class UsageFault extends Error {}

/** @throws UsageFault */
export function parseRun<Part extends string, Mutant extends string>(
  args: readonly string[],
  { parts, mutants, placeOption, usage }: Choice<Part, Mutant>,
): RunOptions<Part, Mutant> {
  const values = valuesOf(args, placeOption, usage);
  const one = <T extends string>(names: readonly T[], name: string): T => {
    const found = names.find((known) => known === name);
    if (found === undefined) throw new UsageFault(usage);
    return found;
  };
  const listed = <T extends string>(names: readonly T[], text: string | undefined): T[] =>
    (text?.split(',') ?? []).map((name) => one(names, name));
  const { only, mutant, seed } = values;
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new UsageFault(usage);
  const all = only === undefined && mutant === undefined;
  return {
    form: one(['short', 'full'] as const, values.form!),
    only: new Set(all ? parts : listed(parts, only)),
    mutants: all || mutant === 'all' ? mutants : listed(mutants, mutant),
    seed: seed!,
    scale,
    place: (placeOption && values[placeOption]) ?? null,
  };
}

function valuesOf(
  args: readonly string[],
  placeOption: string | undefined,
  usage: string,
): Record<string, string | undefined> {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        form: { ...text, default: 'short' },
        only: text,
        mutant: text,
        seed: { ...text, default: 'colloquy' },
        scale: { ...text, default: '1' },
        ...(placeOption && { [placeOption]: text }),
      },
    }).values as Record<string, string | undefined>;
  } catch {
    throw new UsageFault(usage);
  }
}
