import { rmSync } from 'node:fs';
import { type Figure, figure } from '../figures.js';
import { median } from '../percentiles.js';
import { memoryOf, MEASURES_PROCESSES } from '../processes.js';
import { type Service } from '../service.js';
import { temporaryDir } from '../site.js';
import type { Ground, PartResult } from './part.js';
import { embeddedServerHome } from '../../src/database/embedded-server-home.js';

const STARTS = 3;

/** Time from the start of the process to its first answer that it is ready. */
export async function start({ site }: Ground): Promise<PartResult> {
  const dataDir = temporaryDir();
  try {
    const first = await started(() => site.start(dataDir), 1);
    const again = await started(() => site.start(dataDir), STARTS);
    const running = await started(() => site.start(site.dataDir), STARTS);
    return {
      reached: {},
      figures: [
        row('start-first', 'first start: a new database is made', first),
        row('start-again', 'start of the service and its Postgres', again),
        row('start-running', 'start of the service, Postgres running', running),
      ],
    };
  } finally {
    const { cluster, socketDir } = embeddedServerHome(dataDir);
    for (const place of [cluster, socketDir, dataDir])
      rmSync(place, { recursive: true, force: true });
  }
}

async function started(
  begin: () => Promise<Service>,
  times: number,
): Promise<{ took: number; mebibytes: number | null }> {
  const took: number[] = [];
  const mebibytes: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    const service = await begin();
    took.push(service.startedIn);
    if (MEASURES_PROCESSES) mebibytes.push(memoryOf(service.pid).now);
    await service.stop();
  }
  return { took: median(took), mebibytes: MEASURES_PROCESSES ? median(mebibytes) : null };
}

function row(
  id: string,
  what: string,
  { took, mebibytes }: Awaited<ReturnType<typeof started>>,
): Figure {
  return figure({ id, part: 'start', what, p50: took, mebibytes });
}
