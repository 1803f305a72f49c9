import type { Connection } from '../src/database/connection.js';
import type { Database, Statement } from '../src/database/database.js';
import {
  boundedDepth,
  pageRequestOf,
  type Listing,
} from '../src/comments/thread/thread-page-statement.js';
import {
  bodyOf,
  type PageParameters,
  ThreadRepository,
} from '../src/comments/thread/thread.repository.js';
import { median } from './percentiles.js';
import type { RawStatement } from './reference/raw-statement.js';
import type { Service } from './service.js';
import { sessionClient } from './session-client.js';
import { queryableBy } from '../test/support/queryable.js';

/** A page of a thread for a measurement. */
export interface MeasuredPage {
  /** Including its query. */
  path: string;
  limit: number;
  rows: number;
  bytes: Buffer;
}

interface Item {
  id: string;
  parentId: string | null;
  status: string;
}

/** A page with its content. */
interface ReadPage extends MeasuredPage {
  items: Item[];
  nextCursor: string | null;
}

/** With more comments at the top, the page would show fewer levels below them. */
const MOST_TOP = 25;
const WINDOWS = 30;
/** Candidate pages of a thread, one of which is chosen by its bytes. */
const ALIKE = 10;
const LEVELS = 3;
const REPLIES = 3;
/** The default sort of the embed. */
const SORT: Listing = 'best';

export async function fetchPage(service: Service, path: string): Promise<ReadPage> {
  const answer = await fetch(service.url + path, { headers: { 'accept-encoding': 'identity' } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}: ${bytes.toString()}`);
  const { items, nextCursor } = JSON.parse(bytes.toString());
  const limit = Number(new URL(path, service.url).searchParams.get('limit') ?? 20);
  return { path, limit, rows: items.length, bytes, items, nextCursor };
}

/**
 * One page per thread, all with the same number of rows (as near to the target as possible) and
 * similar bytes, so that they differ only in the size of their thread.
 */
export async function findEqualPages(
  service: Service,
  postIds: readonly string[],
  wanted: number,
): Promise<MeasuredPage[]> {
  const paths: PathsByRows[] = [];
  for (const postId of postIds) paths.push(await listPaths(service, postId));
  const common = [...paths[0].keys()].filter((rows) => paths.every((of) => of.has(rows)));
  const rows = nearest(common, (count) => Math.abs(count - wanted));
  const found: MeasuredPage[][] = [];
  for (const of of paths) {
    const alike = of.get(rows)!.slice(0, ALIKE);
    found.push(await Promise.all(alike.map((path) => fetchPage(service, path))));
  }
  const bytes = median(found.flat().map((page) => page.bytes.length));
  return found.map((pages) => nearest(pages, (page) => Math.abs(page.bytes.length - bytes)));
}

/** Paths of a thread's pages, by their number of rows. */
type PathsByRows = Map<number, string[]>;

async function listPaths(service: Service, postId: string): Promise<PathsByRows> {
  const base = `/api/v1/posts/${postId}/comments?sort=${SORT}`;
  const paths: PathsByRows = new Map();
  let from = base;
  for (let window = 0; window < WINDOWS; window++) {
    const { items, nextCursor } = await fetchPage(service, `${from}&limit=${MOST_TOP}`);
    for (const [top, rows] of rowsByLimit(items).entries()) {
      paths.set(rows, [...(paths.get(rows) ?? []), `${from}&limit=${top + 1}`]);
    }
    if (nextCursor === null) break;
    from = `${base}&cursor=${nextCursor}`;
  }
  return paths;
}

/** The item with the least distance; the list must not be empty. */
function nearest<T>(among: readonly T[], distance: (one: T) => number): T {
  return among.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

/** The number of rows of a page with the limits 1, 2, 3 ... */
function rowsByLimit(items: readonly Item[]): number[] {
  const top = new Map<string, number>();
  const counts: number[] = [];
  for (const { id, parentId } of items) {
    const place = parentId === null ? counts.length : top.get(parentId)!;
    top.set(id, place);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  let rows = 0;
  return counts.map((count) => (rows += count));
}

/**
 * The statement with which the service reads a page, taken from its repository.
 * @throws Error when its result differs from the service's answer
 */
export async function statementOf(
  connection: Connection,
  postId: string,
  page: MeasuredPage,
): Promise<RawStatement> {
  const client = await sessionClient(connection);
  try {
    const { rows } = await client.query('select epoch from site');
    const cursor = new URLSearchParams(page.path.split('?')[1]).get('cursor') ?? undefined;
    const statement = await capture({
      postId,
      ...pageRequestOf(SORT, cursor),
      limit: page.limit,
      levels: boundedDepth(page.limit, LEVELS, REPLIES),
      replies: REPLIES,
      epoch: rows[0].epoch,
    });
    const answer = bodyOf((await client.query(statement)).rows[0]);
    if (!answer.equals(page.bytes)) throw new Error('Raw pg and the service read other pages.');
    return statement;
  } finally {
    await client.end();
  }
}

async function capture(page: PageParameters): Promise<RawStatement> {
  let taken: Statement | null = null;
  const query = async (statement: Statement) => {
    taken = statement;
    return [];
  };
  await new ThreadRepository(queryableBy(query) as Database).findPage(page);
  const { name, text, values } = taken! as Statement;
  return { name: name!, text, values: [...values!] };
}
