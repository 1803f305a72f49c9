import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { Limits } from '../auth/limits/limits.js';
import { limitRequests } from '../auth/limits/request-limits.js';
import { ViewerCache } from '../auth/sessions/viewer-cache.js';
import { CachedPageResponder } from '../comments/thread/cached-page-responder.js';
import type { AppConfig } from '../config/app-config.js';
import type { Connection } from '../database/connection.js';
import { capConnections } from '../input/connections/connection-cap.js';
import { AnswerInterceptor } from '../input/answer.interceptor.js';
import { ClientAddresses, noteAddresses } from '../input/connections/client-address.js';
import { MAX_BODY_BYTES, readJsonBodies } from '../input/json-body.js';
import { refuseAmbiguous } from '../input/connections/message-framing.js';
import { admitSiteOrigins } from '../input/origins.js';
import { DtoPipe } from '../input/dto.pipe.js';
import { holdStringsToTheGate } from '../input/request-gate.js';
import { answerInTurn } from '../input/connections/pipelining.js';
import { cutStalledReaders } from '../input/connections/stalled-readers.js';
import { serveMetrics } from '../health/metrics.route.js';
import { LiveAdapter } from '../live/live.adapter.js';
import { AppModule } from './app.module.js';
import { serviceLogger } from './logger.js';
import { serveApiDocument } from './openapi.js';
import { isWebAsset, serveWebAssets } from '../site/web-assets.js';
import { answerHeadersAt, HttpProblemFilter } from '../problems/send-problem.js';
import {
  answerClientError,
  answerConnect,
  answerExpectation,
  answerFrameworkError,
} from '../problems/framework-problems.js';
import { Metrics, timeRequests } from '../metrics/metrics.js';

/**
 * A client that has not sent all headers, or the whole request, by then gets an error and is
 * disconnected.
 */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 15_000;

/** Longer than the idle timeout of the proxies in front, so that they close idle connections. */
const IDLE_WITHIN_MS = 72_000;

const SERVER = {
  headersTimeout: HEADERS_WITHIN_MS,
  requestTimeout: REQUEST_WITHIN_MS,
  connectionsCheckingInterval: 1_000,
  requireHostHeader: false,
};

/** Creates the application on a migrated database; the caller starts listening. */
export async function createApp(
  config: AppConfig,
  connection: Connection,
): Promise<NestFastifyApplication> {
  let front: CachedPageResponder | undefined;
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    serverFactory: (handle: RequestListener) => {
      const answer = answerInTurn((request, response) => {
        const pass = () => handle(request, response);
        return front ? front.answer(request, response, pass) : pass();
      });
      const server = createServer(SERVER, answer);
      server.keepAliveTimeout = IDLE_WITHIN_MS;
      cutStalledReaders(server);
      return server;
    },
    genReqId: () => randomUUID(),
    return503OnClosing: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: 256 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, connection),
    adapter,
    { bodyParser: false, abortOnError: false, logger: serviceLogger(config.logLevel) },
  );
  await setUpApp(app, config);
  const responder = app.get(CachedPageResponder, { strict: false });
  drainOnShutdown(app, responder);
  front = responder;
  return app;
}

/** Configures a Nest application for this service. */
async function setUpApp(app: NestFastifyApplication, config: AppConfig): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const addresses = app.get(ClientAddresses, { strict: false });
  const headers = answerHeadersAt(config.publicUrl);
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.headers(headers).header('x-request-id', request.id);
    next();
  });
  if (config.rateLimits) capConnections(fastify.server, (peer) => addresses.isProxy(peer));
  timeRequests(app, app.get(Metrics));
  noteAddresses(fastify, addresses);
  refuseAmbiguous(fastify);
  await admitSiteOrigins(fastify, config.siteOrigins, isWebAsset);
  const viewers = app.get(ViewerCache, { strict: false });
  limitRequests(fastify, app.get(Limits, { strict: false }), (token) => viewers.find(token));
  readJsonBodies(fastify);
  holdStringsToTheGate(fastify);
  fastify.server.on('checkExpectation', answerExpectation).on('connect', answerConnect);
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalFilters(new HttpProblemFilter());
  app.useWebSocketAdapter(new LiveAdapter(app, config));
  serveApiDocument(app);
  serveWebAssets(fastify);
  serveMetrics(fastify, app.get(Metrics), config);
}

/**
 * After a stop signal connections are not kept alive: responses announce it, and idle connections
 * are closed, because the server would wait for them otherwise.
 */
function drainOnShutdown(app: NestFastifyApplication, front: CachedPageResponder): void {
  const fastify = app.getHttpAdapter().getInstance();
  const server = app.getHttpServer();
  let sweep: NodeJS.Timeout | null = null;
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
