import type { FastifyInstance } from 'fastify';
import { MalformedRequest } from '../problems/general.errors.js';

/**
 * Refuses a body in a transfer coding that is not read here (RFC 9112, 6.1): where it ends nobody
 * knows. Node's parser finds that out only after it has handed the request on.
 */
export function requireKnownCoding(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _, done) => {
    const coding = request.headers['transfer-encoding'];
    const known = coding === undefined || coding.trim().toLowerCase() === 'chunked';
    done(known ? undefined : new MalformedRequest('Send the body whole or chunked.'));
  });
}
