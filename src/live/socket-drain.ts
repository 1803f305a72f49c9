import type { Connection } from './connection.js';
import type { LiveSocket } from './live-socket.js';

/** Many posts of one socket may wait at once, and all wait for the same thing. */
const waits = new WeakMap<Connection, Promise<void>>();

/**
 * Resolves when what was sent to a socket has left this process, or the connection is gone. A long
 * replay waits here for a slow reader, instead of piling up in memory.
 */
export function drained({ conn }: LiveSocket): Promise<void> {
  const { transport } = conn;
  if (transport.writable || conn.readyState === 'closed') return Promise.resolve();
  let wait = waits.get(conn);
  if (!wait) {
    wait = new Promise((resolve) => {
      const done = () => {
        transport.off('ready', done);
        conn.off('close', done);
        waits.delete(conn);
        resolve();
      };
      transport.once('ready', done);
      conn.once('close', done);
    });
    waits.set(conn, wait);
  }
  return wait;
}
