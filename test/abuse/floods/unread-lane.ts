import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Work } from './work.js';

/** Requests per connection before the next one is used; more pending ones would be cut. */
const TOGETHER = 90;
const LEFT_AFTER_MS = 1_000;

/** Sends many requests on a connection, reads no answer, and continues with the next. */
export async function keepUnread(work: Work): Promise<void> {
  const { what, port } = work.volume;
  if (what.kind !== 'unread') return;
  while (!work.over()) {
    const nth = await work.turn();
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined).pause();
    socket.write(what.texts[nth % what.texts.length].repeat(TOGETHER));
    work.end('unread');
    await delay(Math.min(LEFT_AFTER_MS, Math.max(0, work.left())));
    socket.destroy();
  }
}
