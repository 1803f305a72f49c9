import type { LiveSocket } from './live-socket.js';

/** What is below a socket: one WebSocket, with what waits to be sent over it. */
export type Connection = LiveSocket['conn'];

interface Transport {
  socket: { terminate(): void; on(event: 'ping' | 'pong', listener: () => void): void };
}

/** The WebSocket itself: there is no other transport. */
export function webSocketOf({ transport }: Connection): Transport['socket'] {
  return (transport as unknown as Transport).socket;
}

/** Ends a connection at once: nothing more is read or written. A client comes back with its `seq`. */
export function cut(connection: Connection): void {
  const socket = webSocketOf(connection);
  connection.close(true);
  socket.terminate();
}
