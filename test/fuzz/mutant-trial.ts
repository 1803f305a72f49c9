import type { Site } from '../chaos/site.js';
import type { MutantResult } from '../harness/results.js';
import type { MutantName } from './options.js';
import { frames, type Part, requests } from './parts.js';
import { Stage } from './stage.js';

/** By what each mutant must be found; any other fault would be chance. */
const FOUND_BY: Readonly<Record<MutantName, RegExp>> = {
  'undocumented-status': /^readings\w+ 203: 203 is not documented/,
  'undocumented-field': /^previewsShow 200: .*additional properties/,
  'internal-error': /^\w+ 500: it is answered 500/,
  'leaked-stack': /^\w+ 404: .*shows our insides/,
  'frame-that-kills': /./,
};

/** Far more than any of them needs. */
const MOST = 5_000;

/** Runs the service with harmful changes; those of requests at once, since none hides another. */
export async function tryMutants(
  names: readonly MutantName[],
  site: Site,
  seed: string,
): Promise<MutantResult[]> {
  const ofFrames = names.filter((name) => name === 'frame-that-kills');
  const ofRequests = names.filter((name) => name !== 'frame-that-kills');
  return [
    ...(await tried(ofRequests, requests, site, seed)),
    ...(await tried(ofFrames, frames, site, seed)),
  ];
}

async function tried(
  names: readonly MutantName[],
  part: Part,
  site: Site,
  seed: string,
): Promise<MutantResult[]> {
  if (names.length === 0) return [];
  const startedAt = performance.now();
  const stage = await Stage.open(site, names);
  try {
    const wanted = names.map((name) => FOUND_BY[name]);
    const { findings } = await part(stage, seed, MOST, wanted);
    const deaths = stage.node.deaths.map((death) => `the service ended: ${death.slice(0, 60)}`);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    return names.map((name) => {
      const kinds = part === frames ? deaths : [...findings.faults.keys()];
      const by = kinds.find((kind) => FOUND_BY[name].test(kind));
      return { name, seconds, caught: by !== undefined, by: by ?? '' };
    });
  } finally {
    await stage.close();
  }
}
