import { startChild } from '../child.js';
import type { FrameworkChoice } from '../choices/framework-server.js';
import type { PieceCosts, Pieces } from '../choices/pieces.js';
import { figure } from '../figures.js';
import type { LoadRequest } from '../load/load.js';
import { findEqualPages } from '../pages.js';
import { interleave } from '../rounds.js';
import { type Ground, loadContender, type PartResult, warmUp, watched } from './part.js';

const CONNECTIONS = 16;
const PART = 'choices';

type Way = Omit<FrameworkChoice, 'base64'> & { id: string; what: string };

/** Alternatives for sending a page; the service's own choice is measured beside them. */
const WAYS: readonly Way[] = [
  {
    id: 'choice-express',
    what: 'the same bytes from a controller on Express',
    adapter: 'express',
    sends: 'bytes',
    logsRequests: false,
  },
  {
    id: 'choice-fastify',
    what: 'the same bytes from a controller on Fastify',
    adapter: 'fastify',
    sends: 'bytes',
    logsRequests: false,
  },
  {
    id: 'choice-logged',
    what: 'the same, with pino logging each request',
    adapter: 'fastify',
    sends: 'bytes',
    logsRequests: true,
  },
  {
    id: 'choice-object',
    what: 'the same page as an object, serialised each time',
    adapter: 'fastify',
    sends: 'object',
    logsRequests: false,
  },
];

/** Adapter, serialiser, logger and validation, each against its alternative. */
export async function choices(ground: Ground): Promise<PartResult> {
  const { options, site, bare, bodies } = ground;
  const service = await site.serve(true);
  await ground.people(service);
  const { postId } = (await ground.threads()).at(-1)!;
  const [page] = await findEqualPages(service, [postId], options.rows);
  const base64 = page.bytes.toString('base64');
  const pieces = startChild(new URL('../choices/pieces.js', import.meta.url));
  const servers = WAYS.map(() =>
    startChild(new URL('../choices/framework-server.js', import.meta.url)),
  );
  try {
    const costs = await pieces.ask<PieceCosts>({
      page: page.bytes.toString(),
      markdown: bodies.map(({ markdown }) => markdown),
      seconds: options.seconds / 2,
    } satisfies Pieces);
    const get = (path: string): LoadRequest => ({ method: 'GET', path, headers: {} });
    const contender = (id: string, url: string, path: string) =>
      loadContender(ground, id, { url, requests: [get(path)], connections: CONNECTIONS });
    const contenders = [
      contender('choice-bare', await bare.ask<string>({ base64 }), '/'),
      contender('choice-front', service.url, page.path),
    ];
    for (const [at, { id, what: _, ...way }] of WAYS.entries()) {
      const choice: FrameworkChoice = { ...way, base64 };
      contenders.push(contender(id, await servers[at].ask<string>(choice), `/${way.sends}`));
    }
    for (const each of contenders) await warmUp(each, Math.ceil(options.warmUp / 3));
    const measured = await interleave(
      contenders,
      { count: options.rounds, seconds: options.seconds },
      watched(ground, service),
    );
    const beside = {
      part: PART,
      against: 'choice-bare',
      serviceMicros: null,
      postgresMicros: null,
    };
    const front = 'cached page, answered before the framework (the service)';
    return {
      figures: [
        measured.figure({ ...beside, id: 'choice-bare', what: 'bare node:http', against: null }),
        measured.figure({ ...beside, id: 'choice-front', what: front }),
        ...WAYS.map(({ id, what }) => measured.figure({ ...beside, id, what })),
        ...Object.entries(costs).map(([what, serviceMicros]) =>
          figure({ id: `piece: ${what}`, part: PART, what, serviceMicros }),
        ),
      ],
      reached: {},
    };
  } finally {
    for (const child of [pieces, ...servers]) await child.end();
  }
}
