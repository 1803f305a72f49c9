import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Server } from 'socket.io';
import { answerQuestions } from '../../../bench/child.js';
import { collectGarbage } from './garbage.js';
import { monotonic } from './monotonic.js';

/** A message, and its delay after the first one. */
export interface TimedMessage {
  payload: string;
  afterMs: number;
}

export type BareQuestion =
  | { what: 'listen' }
  | { what: 'send'; messages: TimedMessage[] }
  | { what: 'memory' };

/**
 * A bare Socket.IO server with the settings of the service. The service is compared with the time
 * and memory that it needs for the same messages.
 */
const http = createServer();
const namespace = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
}).of('/live');
namespace.on('connection', (socket) => {
  socket.on('subscribe', (_: unknown, acknowledge: (answer: object) => void) => {
    void socket.join('post');
    acknowledge({ ok: true });
  });
});

async function listen(): Promise<{ port: number; pid: number }> {
  await once(http.listen(0, '127.0.0.1'), 'listening');
  return { port: (http.address() as AddressInfo).port, pid: process.pid };
}

/** @returns the time at which each message was sent */
async function send(messages: readonly TimedMessage[]): Promise<number[]> {
  const batches = messages.map(({ payload }) => {
    const [name, batch] = JSON.parse(payload.slice(payload.indexOf('['))) as [string, object];
    return { name, batch };
  });
  const startedAt = monotonic();
  const sentAt: number[] = [];
  for (const [at, { name, batch }] of batches.entries()) {
    await delay(Math.max(0, startedAt + messages[at].afterMs - monotonic()));
    sentAt.push(monotonic());
    namespace.to('post').emit(name, batch);
  }
  return sentAt;
}

answerQuestions<BareQuestion>(async (question) => {
  if (question.what === 'listen') return listen();
  if (question.what === 'send') return send(question.messages);
  collectGarbage();
  return null;
});
