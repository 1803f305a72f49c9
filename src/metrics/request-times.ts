import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Metrics } from './metrics.js';

/** Times every request of the framework; what is answered before it times itself. */
export function timeRequests(app: NestFastifyApplication, metrics: Metrics): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, next) => {
      const route = request.routeOptions.url ?? 'unmatched';
      metrics.requests
        .labels(request.method, route, String(reply.statusCode))
        .observe(reply.elapsedTime / 1_000);
      next();
    });
}
