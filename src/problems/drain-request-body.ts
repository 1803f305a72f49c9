import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Connections whose request was answered before it was completely received. */
const draining = new WeakSet<Duplex>();

/**
 * Keeps reading the rest of a refused request, until it ends or times out. Closing the connection
 * at once, as Fastify and `Connection: close` would, resets it, and most clients would see the
 * reset instead of the response.
 */
export function drainRequestBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete || !hasBody(raw)) return;
  const { socket } = raw;
  const closes = !reply.raw.shouldKeepAlive;
  draining.add(socket);
  raw.once('end', () => {
    draining.delete(socket);
    if (closes) closeAfter(reply.raw, socket);
  });
  raw.resume();
  void reply.removeHeader('connection');
  reply.raw.shouldKeepAlive = true;
}

/** Whether the current request of a connection has its response already. */
export function isDraining(socket: Duplex): boolean {
  return draining.has(socket);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function closeAfter(response: ServerResponse, socket: Socket): void {
  if (response.writableFinished) socket.destroySoon();
  else response.once('finish', () => socket.destroySoon());
}
