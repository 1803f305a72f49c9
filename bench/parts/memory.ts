import { commentRequests, openDiscussion } from '../discussion.js';
import { type Figure, figure } from '../figures.js';
import { memoryOf, MEASURES_PROCESSES } from '../processes.js';
import { type Ground, loadContender, type PartResult, warmUp } from './part.js';

const CONNECTIONS = 32;
const PART = 'memory';

/** Memory of a fresh service: idle, after reads, after writes. */
export async function memory(ground: Ground): Promise<PartResult> {
  if (!MEASURES_PROCESSES) return { figures: [], reached: {} };
  const { options, site, bodies } = ground;
  const service = await site.serveAfresh(true);
  const figures: Figure[] = [];
  const note = (id: string, what: string) => {
    const mebibytes = memoryOf(service.pid).now;
    figures.push(figure({ id, part: PART, what, mebibytes }));
  };
  note('memory-idle', 'service, idle after its start');
  const { admin, writers } = await ground.people(service);
  const { postId } = (await ground.threads()).at(-1)!;
  const path = `/api/v1/posts/${postId}/comments?sort=best`;
  const reading = [{ method: 'GET' as const, path, headers: {} }];
  const load = { url: service.url, connections: CONNECTIONS };
  await warmUp(loadContender(ground, 'reading', { ...load, requests: reading }), options.warmUp);
  note('memory-read', `after ${options.warmUp} s of reading a cached page`);
  const hot = await openDiscussion(service, admin, writers, CONNECTIONS);
  const writing = commentRequests([hot], writers, bodies);
  await warmUp(loadContender(ground, 'writing', { ...load, requests: writing }), options.warmUp);
  note('memory-written', `after ${options.warmUp} s of writing, 32 writers`);
  const { most } = memoryOf(service.pid);
  figures.push(figure({ id: 'memory-most', part: PART, what: 'at its most', mebibytes: most }));
  return { figures, reached: {} };
}
