import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** A mutant of the service, loaded before its own code: it leaks some memory on each write. */
const kept: Buffer[] = [];
const KEPT_BYTES = 32 * 1_024;

subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  if (request.method !== 'GET') kept.push(Buffer.alloc(KEPT_BYTES, 1));
});
