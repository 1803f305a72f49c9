import type { FastifyInstance } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AppConfig } from '../config/app-config.js';
import type { Metrics } from '../metrics/metrics.js';

/**
 * Serves the figures of this process in the text format of Prometheus. A production service answers only
 * readers that send `METRICS_TOKEN`; without a token, development answers callers that reach the
 * process itself, and nobody through a proxy. All others get 404.
 */
export function serveMetrics(
  fastify: FastifyInstance,
  { registry }: Metrics,
  { production, metricsToken }: AppConfig,
): void {
  const mayRead = metricsToken
    ? bearerOf(metricsToken)
    : (headers: Headers) =>
        !production && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
  fastify.get('/metrics', async (request, reply) => {
    if (!mayRead(request.headers)) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}

type Headers = Readonly<Record<string, unknown>>;

/** Compares digests, whose time tells nothing of the token. */
function bearerOf(token: string): (headers: Headers) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(`Bearer ${token}`);
  return ({ authorization }) => timingSafeEqual(digest(String(authorization)), wanted);
}
