import { parseArgs } from 'node:util';
import { UsageFault } from '../harness/run-options.js';

export interface Options {
  form: 'short' | 'full';
  /** Runs floods of a service with its limits, instead of requests and parts. */
  floods: boolean;
  /** Names of requests and parts, or of floods; null for all. */
  only: readonly string[] | null;
  /** Floods of services with a harmful change, which they must find. */
  mutants: readonly string[];
  /** The folder for a profile of each request. */
  profiles: string | null;
  /** Node flags for the service. */
  nodeFlags: readonly string[];
}

const USAGE = `Usage: npm run abuse -- [options]
  --form short|full   full; the short one sends each request fewer times, and does less in each part
  --floods            many requests from one network, beside a reader and an honest member
  --only NAME[,...]   requests and parts by name, or "requests" for all of them; with --floods, floods
  --mutant NAME|all   with --floods: floods a service with a harmful change, which must be found
  --profile DIR       keeps a CPU profile of one of each request
  --node-flags=FLAGS  for the service, in quotes
  --list              the names`;

/** The available names. */
interface Names {
  parts: readonly string[];
  floods: readonly string[];
  mutants: readonly string[];
}

/** @throws UsageFault */
export function parseOptions(args: readonly string[], all: Names): Options {
  const text = { type: 'string' } as const;
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        form: { ...text, default: 'full' },
        floods: { type: 'boolean', default: false },
        only: text,
        mutant: text,
        profile: text,
        'node-flags': { ...text, default: '' },
        list: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new UsageFault(USAGE);
  }
  const { floods } = values;
  const names = floods ? all.floods : ['requests', ...all.parts];
  if (values.list) throw new UsageFault(names.join('\n'));
  const { form, only, profile } = values;
  if (form !== 'short' && form !== 'full') throw new UsageFault(USAGE);
  const wanted = only?.split(',') ?? null;
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageFault(`${USAGE}\n\nThere is no ${unknown}.`);
  const mutants = values.mutant === 'all' ? all.mutants : (values.mutant?.split(',') ?? []);
  if (mutants.some((name) => !floods || !all.mutants.includes(name))) throw new UsageFault(USAGE);
  const nodeFlags = values['node-flags'].split(' ').filter((flag) => flag !== '');
  return { form, floods, only: wanted, mutants, profiles: profile ?? null, nodeFlags };
}
