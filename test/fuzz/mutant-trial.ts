import type { Site } from '../chaos/site.js';
import type { MutantResult } from '../harness/results.js';
import type { MutantName } from './options.js';
import { frames, type Part, requests } from './parts.js';
import { Stage } from './stage.js';

/** The fault that must reveal each mutant; any other would be chance. */
const FOUND_BY: Readonly<Record<MutantName, RegExp>> = {
  'undocumented-status': /^readings\w+ 203: 203 is not documented/,
  'undocumented-field': /^previewsShow 200: .*additional properties/,
  'internal-error': /^\w+ 500: it is answered 500/,
  'leaked-stack': /^\w+ 404: .*shows our insides/,
  'keeps-requests': /^more memory: \d+ MiB/,
  'frame-that-kills': /^the service ended: .*Cannot read properties of undefined \(reading 'b'\)/s,
};

/** Far more than any mutant needs. */
const MOST = 5_000;
/** This many requests leak enough to exceed the memory limit. */
const ENOUGH_TO_KEEP = 2_500;

/** Runs the service with harmful changes, concurrently where none hides another. */
export async function tryMutants(
  names: readonly MutantName[],
  site: Site,
  seed: string,
): Promise<MutantResult[]> {
  const apart: readonly MutantName[] = ['keeps-requests', 'frame-that-kills'];
  const trials: [MutantName[], Part, number][] = [
    [names.filter((name) => !apart.includes(name)), requests, MOST],
    [names.filter((name) => name === 'keeps-requests'), requests, ENOUGH_TO_KEEP],
    [names.filter((name) => name === 'frame-that-kills'), frames, MOST],
  ];
  const results: MutantResult[] = [];
  for (const [together, part, count] of trials)
    if (together.length > 0) results.push(...(await tried(together, part, count, site, seed)));
  return results;
}

async function tried(
  names: readonly MutantName[],
  part: Part,
  count: number,
  site: Site,
  seed: string,
): Promise<MutantResult[]> {
  const startedAt = performance.now();
  const stage = await Stage.open(site, names);
  try {
    const wanted = names.map((name) => FOUND_BY[name]);
    const { figures, findings } = await part(stage, seed, count, wanted);
    const signs = [
      ...findings.faults.keys(),
      ...stage.node.deaths.map((death) => `the service ended: ${death}`),
      ...figures.filter(({ ok }) => !ok).map(({ what, reached }) => `${what}: ${reached}`),
    ];
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    return names.map((name) => {
      const by = signs.flatMap((sign) => FOUND_BY[name].exec(sign) ?? []).at(0);
      return { name, seconds, caught: by !== undefined, by: by?.split('\n').at(-1) ?? '' };
    });
  } finally {
    await stage.close();
  }
}
