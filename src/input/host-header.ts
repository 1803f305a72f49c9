import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { MalformedRequest } from '../problems/general.errors.js';

/**
 * Refuses what is not addressed to exactly one host (RFC 9112, 3.2): proxies before us could take
 * it for another site's. Node's own check is off, since its refusal says nothing.
 */
export function requireOneHost(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _, done) => {
    done(
      hasOneHost(request.raw) ? undefined : new MalformedRequest('Send exactly one Host header.'),
    );
  });
}

/** Whether a request is addressed to exactly one host, as far as its version asks for one. */
export function hasOneHost(raw: IncomingMessage): boolean {
  let hosts = 0;
  for (let index = 0; index < raw.rawHeaders.length; index += 2) {
    const name = raw.rawHeaders[index];
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
}
