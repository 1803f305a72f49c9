import type { FastifyInstance } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AppConfig } from '../config/app-config.js';
import type { Metrics } from '../metrics/metrics.js';

/**
 * Serves the metrics of this process in the text format of Prometheus. In production it answers
 * only clients that send `METRICS_TOKEN`. Without a token, in development, it answers clients that
 * connect directly, and none through a proxy. All others get 404.
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

/** Compares digests, so that the time of the comparison reveals nothing about the token. */
function bearerOf(token: string): (headers: Headers) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(`Bearer ${token}`);
  return ({ authorization }) => timingSafeEqual(digest(String(authorization)), wanted);
}
