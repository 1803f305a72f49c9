import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { AppConfig } from '../config/app-config.js';
import { isPassedOn } from '../input/connections/client-address.js';
import { isSameSecret } from '../input/same-secret.js';
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
  const mayRead = (headers: IncomingHttpHeaders) =>
    metricsToken
      ? isSameSecret(headers.authorization ?? '', `Bearer ${metricsToken}`)
      : !production && !isPassedOn(headers);
  fastify.get('/metrics', async (request, reply) => {
    if (!mayRead(request.headers)) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}
