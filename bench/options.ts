import { parseArgs } from 'node:util';

export const PART_NAMES = [
  'start',
  'cached',
  'posting',
  'voting',
  'told',
  'uncached',
  'sizes',
  'choices',
  'memory',
  'scale',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** The default parts: the large site takes many minutes. */
export const USUAL_PARTS = PART_NAMES.filter((name) => name !== 'scale');

export interface Options {
  only: ReadonlySet<PartName>;
  /** Length of each window; each contender has `rounds` of them. */
  seconds: number;
  rounds: number;
  /** Before the first window after a start: Node compiles hot code only after some seconds. */
  warmUp: number;
  sizes: readonly number[];
  /** Comments a page shows. */
  rows: number;
  /** Size of the large site: 1 is a million comments. */
  scale: number;
  /** The service's main module, to measure another build. */
  service: string;
  /** Node flags for the service, such as those of a profiler. */
  nodeFlags: readonly string[];
  dataDir: string | null;
  assert: boolean;
}

export class UsageFault extends Error {}

const SIZES = [1_000, 10_000, 100_000, 500_000];

export const USAGE = `Usage: npm run bench -- [options]
  --only PART[,PART]   ${PART_NAMES.join(', ')};
                       all but scale when left out
  --seconds N          of each window of measuring; 1
  --rounds N           windows of each thing, in turn with its reference; 10
  --warm-up N          seconds of load before, after each start; 10
  --largest N          comments of the largest thread; 500000
  --rows N             comments on the page that is measured; 60
  --scale SHARE        of the large site of the part scale: a million comments, five million events; 1
  --service FILE       main module of the service; dist/main.js
  --node-flags=FLAGS   for the service, in quotes: --node-flags="--cpu-prof --cpu-prof-dir=/tmp/profiles"
  --data-dir DIR       where the database goes; a temporary directory, removed afterwards
  --assert             end with 1 when a goal is not reached`;

/** @throws UsageFault */
export function parseOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        only: text,
        seconds: { ...text, default: '1' },
        rounds: { ...text, default: '10' },
        'warm-up': { ...text, default: '10' },
        largest: { ...text, default: '500000' },
        rows: { ...text, default: '60' },
        scale: { ...text, default: '1' },
        service: { ...text, default: 'dist/main.js' },
        'node-flags': { ...text, default: '' },
        'data-dir': text,
        assert: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new UsageFault(USAGE);
  }
  const largest = whole(values.largest, 1_000);
  return {
    only: parts(values.only),
    seconds: whole(values.seconds, 1),
    rounds: whole(values.rounds, 1),
    warmUp: whole(values['warm-up'], 0),
    sizes: [...new Set([...SIZES.filter((size) => size < largest), largest])],
    rows: whole(values.rows, 5),
    scale: share(values.scale),
    service: values.service,
    nodeFlags: values['node-flags'].split(' ').filter((flag) => flag !== ''),
    dataDir: values['data-dir'] ?? null,
    assert: values.assert,
  };
}

function parts(only: string | undefined): ReadonlySet<PartName> {
  const names = only === undefined ? USUAL_PARTS : only.split(',');
  if (!names.every((name) => (PART_NAMES as readonly string[]).includes(name)))
    throw new UsageFault(USAGE);
  return new Set(names as readonly PartName[]);
}

function whole(text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new UsageFault(USAGE);
  return number;
}

function share(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 1)) throw new UsageFault(USAGE);
  return number;
}
