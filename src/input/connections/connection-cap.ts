import type { Server, Socket } from 'node:net';
import { OpenCounts } from './open-counts.js';

/** Enough for a hundred browsers, each with a socket that follows a thread. */
export const MAX_OF_ADDRESS = 512;

/**
 * Closes connections above the limit of a network: each costs memory and a file descriptor, even
 * without requests.
 * @param isProxy whether an address belongs to a proxy for many clients
 */
export function capConnections(server: Server, isProxy: (address: string) => boolean): void {
  const open = new OpenCounts(MAX_OF_ADDRESS);
  const known = new WeakSet<Socket>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    // A request that only offers another protocol causes a second event for its connection.
    if (!address || known.has(socket) || isProxy(address)) return;
    known.add(socket);
    if (open.isFull(address)) socket.destroy();
    else open.hold(address, socket);
  });
}
