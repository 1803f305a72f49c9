import type { Client } from 'pg';
import type { Sizes } from './sizes.js';

export type Reader = 'guest' | 'member' | 'staff';

const EXPORT_PIECE = 500;

/** The ids that requests need. */
export interface Places {
  /** The largest post, one of the smallest, and some keys of posts. */
  big: string;
  small: string;
  keys: string[];
  /** The comment with most replies, the last one of a reply chain, and the most reported one. */
  celebrity: string;
  deep: string;
  reported: string;
  job: string;
  memberId: string;
  foreignId: string;
  bigSeq: number;
  /** The start time from which the decision log fills exactly one piece of an export. */
  exportSince: string;
  notice: { id: string; secret: string };
}

/** One request for a path of the API; `of` is the path template in the API document. */
export interface Read {
  of: string;
  path: string;
  by: Reader;
}

export async function findPlaces(
  client: Client,
  { posts }: Sizes,
  known: Pick<Places, 'memberId' | 'notice'>,
): Promise<Places> {
  const one = async (text: string, values: unknown[] = []) =>
    (await client.query({ text, values, rowMode: 'array' })).rows[0][0] as string;
  const big = await one('select id from posts where slug = $1', [`scale-${posts}`]);
  const inBig = 'select id from comments where post_id = $1';
  return {
    ...known,
    big,
    small: await one(
      `select h.post_id from post_heads h join posts p on p.id = h.post_id
       where p.listed and h.comment_count > 0 order by h.comment_count limit 1`,
    ),
    keys: Array.from({ length: 50 }, (_, nth) => `key-${2 + 2 * nth}`),
    celebrity: await one(`${inBig} order by reply_count desc limit 1`, [big]),
    deep: await one(`${inBig} order by depth desc limit 1`, [big]),
    reported: await one('select id from queue_items where open order by flag_count desc limit 1'),
    job: await one('select id from bulk_jobs order by total desc limit 1'),
    foreignId: await one(
      'select foreign_id from comments where post_id = $1 and source is not null limit 1',
      [big],
    ),
    exportSince: await one(
      `select to_json(min(created_at))#>>'{}' from
         (select created_at from decisions order by id desc limit ${EXPORT_PIECE}) piece`,
    ),
    bigSeq: Number(await one('select seq from post_heads where post_id = $1', [big])),
  };
}

/** Every read of the API, in all relevant variants. A path missing here fails the run. */
export function readsOf(places: Places): Read[] {
  const { big, small, celebrity, deep, reported, job, memberId, notice, bigSeq } = places;
  const exportSince = encodeURIComponent(places.exportSince);
  const hour = new Date(Date.now() - 3_600_000).toISOString();
  const month = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const to = (of: string, ids: Record<string, string> = {}) =>
    of.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]);
  const read = (by: Reader, of: string, ids?: Record<string, string>, ...queries: string[]) =>
    (queries.length > 0 ? queries : ['']).map((query) => ({
      of,
      by,
      path: to(of, ids) + (query && `?${query}`),
    }));
  const kinds = ['', 'kind=new&', 'kind=reported&', 'kind=held&', 'kind=escalated&'];
  return [
    ...read('member', '/users/me'),
    ...read('guest', '/users/{username}', { username: 'person-2' }),
    ...read('member', '/users/me/sessions'),
    ...read('member', '/users/me/imported'),
    ...read('member', '/users/me/ignored'),
    ...read('member', '/users/me/notifications'),
    ...read('member', '/users/me/preferences'),
    ...read('member', '/auth/factors'),
    ...read('member', '/auth/passkeys'),
    ...read('member', '/auth/links'),
    ...read('guest', '/auth/oidc'),
    ...read('guest', '/auth/ways'),
    ...read('staff', '/jobs/failed'),
    ...read('guest', '/posts/counts', {}, places.keys.map((key) => `key=${key}`).join('&')),
    ...read('guest', '/posts', {}, '', 'limit=100'),
    ...read('staff', '/posts', {}, 'list=unlisted', 'list=unverified'),
    ...read('guest', '/posts/by-page', {}, `key=${places.keys[0]}`),
    ...read('guest', '/posts/{post}', { post: big }),
    ...read('guest', '/posts/{post}/revisions', { post: big }),
    ...read('guest', '/posts/{post}/comments', { post: big }, ...SORTS, 'limit=100'),
    ...read('guest', '/posts/{post}/comments', { post: small }),
    ...read('guest', '/posts/{post}/events', { post: big }, ...eventsOf(bigSeq)),
    ...read('member', '/posts/{post}/viewer', { post: big }),
    ...read('staff', '/posts/{post}/viewer', { post: big }),
    ...read('guest', '/comments/{id}', { id: celebrity }),
    ...read('guest', '/comments/{id}/context', { id: deep }),
    ...read('guest', '/comments/{id}/replies', { id: celebrity }),
    ...read('guest', '/comments/{id}/revisions', { id: celebrity }),
    ...read(
      'staff',
      '/posts/{post}/comments/by-foreign-id',
      { post: big },
      `id=${places.foreignId}&source=scale`,
    ),
    ...read('staff', '/moderation/bulk'),
    ...read('staff', '/moderation/bulk/{id}', { id: job }),
    ...read('staff', '/moderation/bulk/{id}/items', { id: job }),
    ...read('staff', '/moderation/log', {}, '', 'limit=100'),
    ...read('guest', '/moderation/log/public', {}, '', 'limit=100'),
    ...read(
      'staff',
      '/moderation/log/export',
      {},
      `since=${exportSince}`,
      `form=transparency&since=${exportSince}`,
    ),
    ...read('staff', '/moderation/canned-reasons'),
    ...read('member', '/users/me/decisions'),
    ...read('staff', '/moderation/settings'),
    ...read('staff', '/moderation/users/{id}', { id: memberId }),
    ...read('staff', '/moderation/handover', {}, `since=${hour}`, `since=${month}`),
    ...read('staff', '/moderation/comments/{id}/notes', { id: reported }),
    ...read('guest', '/notices/{id}', { id: notice.id }, `secret=${notice.secret}`),
    ...kinds.flatMap((kind) =>
      read('staff', '/moderation/queue', {}, `${kind}sort=age`, `${kind}sort=score`),
    ),
    ...['', 'kind=reported&', 'kind=held&', 'kind=escalated&'].flatMap((kind) =>
      read('staff', '/moderation/queue', {}, `${kind}post=${big}`),
    ),
    ...read('member', '/users/me/flags'),
    ...read('guest', '/posts/{post}/anchors', { post: big }),
    ...read('guest', '/posts/{post}/updates', { post: big }),
    ...read('guest', '/posts/{post}/thread.html', { post: big }),
  ];
}

const SORTS = ['sort=best', 'sort=newest', 'sort=oldest', 'sort=controversial'];

function eventsOf(seq: number): string[] {
  return [0, Math.floor(seq / 2), seq].map((after) => `after=${after}`);
}

export interface ApiPaths {
  paths: Record<string, Record<string, unknown>>;
}

const BASE = '/api/v1';

/** Redirects and pages, reads for erased accounts or evidence only, or an export file. */
const NO_LISTS = [
  'auth/oidc/{provider}/start',
  'auth/oidc/{provider}/callback',
  'auth/unsubscribe',
  'moderation/decisions/{id}/evidence',
  'users/me/erasure',
  'users/me/export',
].map((end) => `${BASE}/${end}`);

/**
 * Checks that the table has exactly the reads of the API.
 * @throws Error which names the differences
 */
export function assertWhole(reads: readonly Read[], { paths }: ApiPaths): void {
  const there = Object.keys(paths).filter((path) => path.startsWith(BASE) && 'get' in paths[path]);
  const known = new Set(reads.map(({ of }) => BASE + of));
  const missing = there.filter((path) => !known.has(path) && !NO_LISTS.includes(path));
  const gone = [...known].filter((path) => !there.includes(path));
  if (missing.length + gone.length > 0)
    throw new Error(
      `bench/scale/reads.ts has no request for [${missing.join(', ')}], and some for [${gone.join(', ')}], which the API lacks.`,
    );
}
