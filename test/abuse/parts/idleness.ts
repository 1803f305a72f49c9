import { setTimeout as delay } from 'node:timers/promises';
import { cpuOfServer } from '../../../bench/processes.js';
import type { Stage } from '../stage.js';

const LOOKED_MS = 2_000;

/** The resources that an idle service uses. */
export interface Idleness {
  /** MiB, after a collection. */
  rss: number;
  /** Hundredths of a core. */
  service: number;
  postgres: number;
}

export async function lookAtIdleness(stage: Stage): Promise<Idleness> {
  const { node, site, gauge } = stage;
  const postgresBefore = cpuOfServer(site.cluster.postmasterPid);
  const serviceBefore = node.cpuSeconds();
  await delay(LOOKED_MS);
  const share = (seconds: number) => (seconds / LOOKED_MS) * 100_000;
  const service = share(node.cpuSeconds() - serviceBefore);
  const postgres = share((cpuOfServer(site.cluster.postmasterPid) - postgresBefore) / 1e6);
  await gauge.begin();
  const { rss } = await gauge.end();
  return { rss: rss.after, service, postgres };
}
