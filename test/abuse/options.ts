import { parseArgs } from 'node:util';
import { UsageFault } from '../chaos/run-options.js';

export interface Options {
  form: 'short' | 'full';
  /** Names of requests and parts; null for all. */
  only: readonly string[] | null;
  /** Where a profile of each request goes. */
  profiles: string | null;
  /** Flags of Node for the service. */
  nodeFlags: readonly string[];
}

const USAGE = `Usage: npm run abuse -- [options]
  --form short|full   full; the short one sends each request fewer times, and does less in each part
  --only NAME[,...]   requests and parts by name, or "requests" for all of them
  --profile DIR       keeps a CPU profile of one of each request
  --node-flags=FLAGS  for the service, in quotes
  --list              the names`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[], names: readonly string[]): Options {
  const text = { type: 'string' } as const;
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        form: { ...text, default: 'full' },
        only: text,
        profile: text,
        'node-flags': { ...text, default: '' },
        list: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new UsageFault(USAGE);
  }
  if (values.list) throw new UsageFault(names.join('\n'));
  const { form, only, profile } = values;
  if (form !== 'short' && form !== 'full') throw new UsageFault(USAGE);
  const wanted = only?.split(',') ?? null;
  const unknown = wanted?.find((name) => name !== 'requests' && !names.includes(name));
  if (unknown !== undefined) throw new UsageFault(`${USAGE}\n\nThere is no ${unknown}.`);
  const nodeFlags = values['node-flags'].split(' ').filter((flag) => flag !== '');
  return { form, only: wanted, profiles: profile ?? null, nodeFlags };
}
