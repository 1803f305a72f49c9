import { type Figure, figure } from '../figures.js';
import { median } from '../percentiles.js';
import type { Person } from '../people.js';
import type { Service } from '../service.js';
import type { Read, Reader } from './reads.js';
import type { StatementLog } from './statement-log.js';

export interface Readers {
  service: Service;
  people: Record<Exclude<Reader, 'guest'>, Person>;
  /** Repetitions of each read. */
  times: number;
}

/** Full pages that a reader passes before the deep page. */
const PAGES_DEEP = 20;
const LARGEST_PAGE = 100;

interface Measured {
  p50: number;
  worst: number;
}

/**
 * Measures each read in turn with a page of the largest thread, both uncached: the first page, and
 * a deep one if there are more.
 */
export async function measureReads(
  readers: Readers,
  log: StatementLog,
  reads: readonly Read[],
  reference: Read,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const read of reads) {
    await log.mark(nameOf(read));
    const deep = await findDeep(readers, read);
    const pages = [
      { name: nameOf(read), read },
      ...(deep ? [{ name: `${nameOf(read)} (deep)`, read: deep }] : []),
    ];
    for (const { name, read: page } of pages) {
      const measured = await measure(readers, log, name, page, reference);
      figures.push(
        figure({
          id: name,
          part: 'scale',
          what: name,
          p50: measured.page.p50,
          p99: measured.page.worst,
          against: 'thread page',
          ratio: measured.page.p50 / measured.reference.p50,
          note: 'p99 is the slowest',
        }),
      );
    }
  }
  return figures;
}

async function measure(
  readers: Readers,
  log: StatementLog,
  name: string,
  page: Read,
  reference: Read,
) {
  const times = { page: [] as number[], reference: [] as number[] };
  await log.mark(name);
  await get(readers, page);
  for (let nth = 0; nth < readers.times; nth++) {
    await log.mark('thread page');
    times.reference.push((await get(readers, reference)).ms);
    await log.mark(name);
    times.page.push((await get(readers, page)).ms);
  }
  return { page: summed(times.page), reference: summed(times.reference) };
}

function summed(times: readonly number[]): Measured {
  return { p50: median(times), worst: Math.max(...times) };
}

/** The same read far behind the first page; null if the first page has everything. */
async function findDeep(readers: Readers, read: Read): Promise<Read | null> {
  const [path, query = ''] = read.path.split('?');
  const at = (cursor: string | null, limit: number | null) => {
    const wanted = new URLSearchParams(query);
    if (cursor !== null) wanted.set('cursor', cursor);
    if (limit !== null) wanted.set('limit', String(limit));
    return { ...read, path: `${path}?${wanted}` };
  };
  let cursor: string | null = null;
  let { next } = await get(readers, read);
  for (let page = 0; next !== null && page < PAGES_DEEP; page++) {
    cursor = next;
    ({ next } = await get(readers, at(cursor, LARGEST_PAGE)));
  }
  return cursor === null ? null : at(cursor, null);
}

async function get({ service, people }: Readers, { path, by }: Read) {
  const headers = by === 'guest' ? {} : people[by].headers;
  const startedAt = performance.now();
  const answer = await fetch(`${service.url}/api/v1${path}`, { headers });
  const text = await answer.text();
  const ms = performance.now() - startedAt;
  if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}: ${text}`);
  const isJson = answer.headers.get('content-type')!.startsWith('application/json');
  const { nextCursor = null } = isJson ? (JSON.parse(text) as { nextCursor?: string | null }) : {};
  return { ms, next: nextCursor };
}

const LONG = /\b(since|secret|post)=[^&]*/g;

function nameOf({ of, path, by }: Read): string {
  const query = path.split('?')[1];
  const short = query && `?${query.replace(LONG, '$1=…').slice(0, 50)}`;
  return `${of}${short ?? ''}${by === 'guest' ? '' : `, ${by}`}`;
}
