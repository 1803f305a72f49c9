import type { Figure } from '../figures.js';
import type { GoalId } from '../goals.js';
import { assertAnswered, type Generator, type Load } from '../load/load.js';
import type { OwnGenerator } from '../load/own-generator.js';
import type { Options } from '../options.js';
import type { Person } from '../people.js';
import type { RawWork } from '../reference/raw-pg.js';
import type { Contender, Watched } from '../rounds.js';
import type { Body } from '../seed/bodies.js';
import type { Service } from '../service.js';
import type { Site, Thread } from '../site.js';
import type { Child } from '../child.js';

/** The result of a part. */
export interface PartResult {
  figures: Figure[];
  reached: Partial<Record<GoalId, number>>;
  /** Plans of slow statements, as text. */
  plans?: string;
}

/** The shared resources of parts. */
export interface Ground {
  options: Options;
  site: Site;
  generator: Generator;
  /** For loads at a given rate. */
  paced: OwnGenerator;
  /** Bare `node:http`, and the bare driver, each in its own process. */
  bare: Child;
  rawPg: Child;
  bodies: readonly Body[];
  people(service: Service): Promise<{ admin: Person; writers: Person[] }>;
  threads(): Promise<Thread[]>;
}

export type Part = (ground: Ground) => Promise<PartResult>;

/** A load as a contender; failed requests invalidate the measurement. */
export function loadContender({ generator }: Ground, id: string, load: Load): Contender {
  return {
    id,
    run: async (seconds) => {
      const outcome = await generator.run(load, seconds);
      assertAnswered(outcome, id);
      return outcome;
    },
  };
}

export function rawContender(
  { rawPg, site }: Ground,
  id: string,
  clients: number,
  work: RawWork['work'],
): Contender {
  const { connection } = site;
  return { id, run: (seconds) => rawPg.ask({ connection, clients, seconds, work }) };
}

export async function warmUp(contender: Contender, seconds: number): Promise<void> {
  if (seconds > 0) await contender.run(seconds);
}

export function watched({ site }: Ground, service: Service): Watched {
  return { servicePid: service.pid, postmasterPid: site.postmasterPid };
}
