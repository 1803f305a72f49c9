import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { CachedPageResponder } from '../comments/thread/cached-page-responder.js';
import { AppConfig } from '../config/app-config.js';
import { AnswerInterceptor } from '../input/answer.interceptor.js';
import { requireOneHost } from '../input/host-header.js';
import { MAX_BODY_BYTES, readJsonBodies } from '../input/json-body.js';
import { admitSiteOrigins } from '../input/origins.js';
import { DtoPipe } from '../input/dto.pipe.js';
import { holdStringsToTheGate } from '../input/request-gate.js';
import { answerInTurn } from '../input/pipelining.js';
import { cutStalledReaders } from '../input/stalled-readers.js';
import { requireKnownCoding } from '../input/transfer-coding.js';
import { LiveAdapter } from '../live/live.adapter.js';
import { serveApiDocument } from './openapi.js';
import { isWebAsset, serveWebAssets } from '../site/web-assets.js';
import { ANSWER_HEADERS } from '../problems/send-problem.js';
import {
  answerClientError,
  answerConnect,
  answerExpectation,
  answerFrameworkError,
} from '../problems/framework-problems.js';
import { Metrics, timeRequests } from '../metrics/metrics.js';
import { HttpProblemFilter } from '../problems/http-problem.filter.js';

/** Who has not sent all of the headers, or all of the request, by then is told so and cut. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 15_000;

/** Longer than the proxies in front of us wait, so that it is they who end an idle connection. */
const IDLE_WITHIN_MS = 72_000;

const SERVER = {
  headersTimeout: HEADERS_WITHIN_MS,
  requestTimeout: REQUEST_WITHIN_MS,
  connectionsCheckingInterval: 1_000,
  requireHostHeader: false,
};

/** What may answer a request before the framework sees it, or else passes it on. */
export interface Front {
  answer(request: IncomingMessage, response: ServerResponse, pass: () => void): void;
}

/** The HTTP adapter with everything that must be known before the application is made. */
export function createAdapter(config: AppConfig, front: Front): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    serverFactory: (handle: RequestListener) => {
      const answer = answerInTurn((request, response) =>
        front.answer(request, response, () => handle(request, response)),
      );
      const server = createServer(SERVER, answer);
      server.keepAliveTimeout = IDLE_WITHIN_MS;
      cutStalledReaders(server);
      return server;
    },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    return503OnClosing: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: 256 },
  });
}

/** What turns a Nest application into ours; the same for the service and for tests. */
export async function setUpApp(app: NestFastifyApplication): Promise<void> {
  const config = app.get(AppConfig);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.headers(ANSWER_HEADERS).header('x-request-id', request.id);
    next();
  });
  timeRequests(app, app.get(Metrics));
  requireOneHost(fastify);
  requireKnownCoding(fastify);
  await admitSiteOrigins(fastify, config.siteOrigins, isWebAsset);
  readJsonBodies(fastify);
  holdStringsToTheGate(fastify);
  fastify.server.on('checkExpectation', answerExpectation).on('connect', answerConnect);
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalFilters(new HttpProblemFilter());
  app.useWebSocketAdapter(new LiveAdapter(app, config));
  serveApiDocument(app);
  serveWebAssets(fastify);
  drainOnShutdown(app);
}

/**
 * After a stop signal no connection is kept alive: answers say so, and idle ones are closed, since
 * the server would wait for them otherwise.
 */
function drainOnShutdown(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const server = app.getHttpServer();
  let sweep: NodeJS.Timeout | null = null;
  const front = app.get(CachedPageResponder, { strict: false });
  fastify.addHook('preClose', async () => {
    front.close();
    sweep = setInterval(() => server.closeIdleConnections(), 50);
  });
  fastify.addHook('onSend', (_, reply, payload, next) => {
    if (sweep) void reply.header('connection', 'close');
    next(null, payload);
  });
  fastify.addHook('onClose', async () => {
    if (sweep) clearInterval(sweep);
  });
}
