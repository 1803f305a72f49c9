import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { MalformedRequest } from '../../problems/general.errors.js';

/**
 * Refuses requests that a proxy may have read differently: one that does not name exactly one host
 * (RFC 9112, 3.2), and a body in a transfer coding that is not supported here (6.1), whose end is
 * unknown. Node's own check of the host is off, because its refusal has no body. Its parser detects
 * the coding only after it has passed the request on.
 */
export function refuseAmbiguous(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw }, _, done) => {
    if (!hasOneHost(raw)) return done(new MalformedRequest('Send exactly one Host header.'));
    const { 'transfer-encoding': coding = 'chunked' } = raw.headers;
    if (coding.trim().toLowerCase() === 'chunked') return done();
    done(new MalformedRequest('Send the body whole or chunked.'));
  });
}

/** Whether a request names exactly one host, as its HTTP version requires. */
export function hasOneHost(raw: IncomingMessage): boolean {
  let hosts = 0;
  for (let index = 0; index < raw.rawHeaders.length; index += 2) {
    const name = raw.rawHeaders[index];
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
}
