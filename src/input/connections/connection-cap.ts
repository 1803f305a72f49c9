import type { Server, Socket } from 'node:net';
import { OpenCounts } from './open-counts.js';

/** Enough for a hundred browsers, each with a socket that follows a thread. */
export const MAX_OF_ADDRESS = 512;

/**
 * Ends a connection beyond the number that a network may hold: each costs memory and a file, whether it asks
 * for anything or not.
 * @param isProxy whether an address speaks for many
 */
export function capConnections(server: Server, isProxy: (address: string) => boolean): void {
  const open = new OpenCounts(MAX_OF_ADDRESS);
  const known = new WeakSet<Socket>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    // A request that only offers another protocol makes its connection come here once more.
    if (!address || known.has(socket) || isProxy(address)) return;
    known.add(socket);
    if (open.isFull(address)) socket.destroy();
    else open.hold(address, socket);
  });
}
