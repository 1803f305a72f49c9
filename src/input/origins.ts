import cors from '@fastify/cors';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { SiteOrigins } from '../config/site-origins.js';
import { ForeignOrigin } from '../problems/general.errors.js';
import { sendProblem } from '../problems/send-problem.js';

/** The headers that a page of the site may send and read. */
const REQUEST_HEADERS = [
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
];
const ANSWER_HEADERS = [
  'etag',
  'location',
  'retry-after',
  'x-request-id',
  'link',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
];
/** The routes that set and read the cookie. */
const WITH_COOKIE = /^\/api\/v1\/auth\//;

/**
 * The headers of responses that are sent before the CORS plugin runs, the same as those after it.
 */
export const EXPOSING: Readonly<Record<string, string>> = {
  'access-control-expose-headers': ANSWER_HEADERS.join(', '),
};

/** The additional headers of such a response to a page of the site. */
export function admitting(origin: string): Record<string, string> {
  return { 'access-control-allow-origin': origin };
}

/** Whether a page of this origin may call; a request without an origin is not a page's. */
export function isAllowedOrigin(origin: string | undefined, siteOrigins: SiteOrigins): boolean {
  return origin === undefined || siteOrigins.includes(origin);
}

/**
 * Lets the pages of the site call, each by its exact origin, and refuses all others. `OPTIONS` is
 * answered here for every path, a preflight or not.
 * @param isOpen whether every origin may load an address, such as that of a script
 */
export async function admitSiteOrigins(
  fastify: FastifyInstance,
  siteOrigins: SiteOrigins,
  isOpen: (url: string) => boolean,
): Promise<void> {
  const logger = new Logger('Problems');
  fastify.addHook('onRequest', (request, reply, next) => {
    if (isAllowedOrigin(request.headers.origin, siteOrigins) || isOpen(request.url)) {
      // Not by the plugin: it would make its options again for each request.
      if (WITH_COOKIE.test(request.url))
        void reply.header('access-control-allow-credentials', 'true');
      return next();
    }
    // Caches must not give this refusal to a page of the site.
    void reply.header('vary', 'Origin');
    // Sent, not thrown: the preflight route is registered before the problem filter.
    sendProblem(new ForeignOrigin(), request, reply, logger);
  });
  await fastify.register(cors, {
    origin: (origin, done) =>
      done(null, origin !== undefined && siteOrigins.includes(origin) ? [origin] : []),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: ANSWER_HEADERS,
    maxAge: 3_600,
    strictPreflight: false,
  });
}
