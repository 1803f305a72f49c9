import { setTimeout as delay } from 'node:timers/promises';
import { findEqualPages, fetchPage, type MeasuredPage, statementOf } from '../pages.js';
import type { RawStatement } from '../reference/raw-statement.js';
import { interleave } from '../rounds.js';
import type { Service } from '../service.js';
import type { Thread } from '../site.js';
import {
  type Ground,
  loadContender,
  type PartResult,
  rawContender,
  warmUp,
  watched,
} from './part.js';

const CONNECTIONS = 16;
const ATTEMPTS = 5;

/** Earlier votes may change scores between the service's read and the driver's. */
async function findPage(
  { options, site }: Ground,
  service: Service,
  postId: string,
): Promise<{ page: MeasuredPage; statement: RawStatement }> {
  for (let attempt = 1; ; attempt += 1) {
    const [page] = await findEqualPages(service, [postId], options.rows);
    try {
      return { page, statement: await statementOf(site.connection, postId, page) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await delay(1_000);
    }
  }
}

/** An uncached page against a bare server, and against the bare driver with the same SQL. */
export async function uncached(ground: Ground): Promise<PartResult> {
  const { options, site, bare } = ground;
  const service = await site.serve(false);
  const { postId } = (await ground.threads()).at(-1)!;
  const { page, statement } = await findPage(ground, service, postId);
  const url = await bare.ask<string>({ base64: page.bytes.toString('base64') });
  const load = { url: service.url, requests: [requestFor(page)], connections: CONNECTIONS };
  const contenders = [
    loadContender(ground, 'bare-again', { ...load, url }),
    loadContender(ground, 'uncached', load),
    rawContender(ground, 'raw-page', CONNECTIONS, { kind: 'statement', statement }),
  ];
  await warmUp(contenders[1], options.warmUp);
  for (const at of [0, 2]) await warmUp(contenders[at], options.warmUp / 2);
  const measured = await interleave(
    contenders,
    { count: options.rounds, seconds: options.seconds },
    watched(ground, service),
  );
  const part = 'uncached';
  const rows = `${page.rows} rows, ${(page.bytes.length / 1_000).toFixed(1)} kB`;
  const without = { serviceMicros: null };
  return {
    figures: [
      measured.figure({
        id: 'bare-again',
        part,
        what: 'bare node:http',
        ...without,
        postgresMicros: null,
      }),
      measured.figure({
        id: 'raw-page',
        part,
        what: 'raw pg, the same SQL, 16 clients',
        ...without,
      }),
      measured.figure({
        id: 'uncached',
        part,
        what: `uncached page (${rows})`,
        against: 'raw-page',
      }),
    ],
    reached: {
      uncached: measured.ratio('uncached', 'bare-again'),
      uncachedRaw: measured.ratio('uncached', 'raw-page'),
    },
  };
}

/** Pages of equally many rows from threads of all sizes, of celebrities, and more replies. */
export async function sizes(ground: Ground): Promise<PartResult> {
  const { options, site } = ground;
  const service = await site.serve(false);
  const threads = await ground.threads();
  const { postId } = threads.at(-1)!;
  const ids = threads.map((thread) => thread.postId);
  const pages = await findEqualPages(service, ids, options.rows);
  const celebrities = await fetchPage(service, `/api/v1/posts/${postId}/comments?sort=oldest`);
  const more = await fetchPage(
    service,
    `/api/v1/comments/${celebrities.items[0].id}/replies?limit=20`,
  );
  const measuredPages = [
    ...pages.map((page, at) => ({
      id: nameOf(threads[at]),
      page,
      what: `page of ${nameOf(threads[at])}`,
    })),
    { id: 'celebrities', page: celebrities, what: 'page with five comments of 2,000 replies' },
    { id: 'more-replies', page: more, what: 'more replies of one of them' },
  ];
  const contenders = measuredPages.map(({ id, page }) =>
    loadContender(ground, id, {
      url: service.url,
      requests: [requestFor(page)],
      connections: CONNECTIONS,
    }),
  );
  await warmUp(contenders[0], options.warmUp);
  for (const contender of contenders.slice(1)) await warmUp(contender, 1);
  const measured = await interleave(
    contenders,
    { count: options.rounds, seconds: options.seconds },
    watched(ground, service),
  );
  const [smallest, largest] = [threads[0], threads.at(-1)!].map(nameOf);
  return {
    figures: measuredPages.map(({ id, page, what }, at) => {
      const against = at === 0 ? null : at < pages.length ? smallest : largest;
      const known = {
        id,
        part: 'sizes',
        what: `${what} (${page.rows} rows)`,
        against,
        note: 'ratio of p50',
      };
      return measured.figure(known, 'p50');
    }),
    reached: {
      ...(threads.length > 1 ? { size: measured.ratio(largest, smallest, 'p50') } : {}),
      celebrities: measured.ratio('celebrities', largest, 'p50'),
    },
  };
}

function nameOf({ size }: Thread): string {
  return `${size.toLocaleString('en')} comments`;
}

function requestFor({ path }: MeasuredPage) {
  return { method: 'GET' as const, path, headers: {} };
}
