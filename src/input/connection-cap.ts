import type { Server, Socket } from 'node:net';
import { networksOf } from './networks.js';

/** As many as a hundred browsers hold at once, each with a socket that follows a thread. */
export const MAX_OF_ADDRESS = 512;

/**
 * Ends a connection beyond the number that one address may hold (of IPv6 one /64): each costs memory and a
 * file, whether it asks for anything or not.
 * @param isProxy whether an address speaks for many
 */
export function capConnections(server: Server, isProxy: (address: string) => boolean): void {
  /** Only of networks with an open connection: a count of none is no entry. */
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (!address || isProxy(address)) return;
    const [{ name }] = networksOf(address);
    const held = open.get(name) ?? 0;
    if (held >= MAX_OF_ADDRESS) {
      socket.destroy();
      return;
    }
    open.set(name, held + 1);
    socket.once('close', () => {
      const left = open.get(name)! - 1;
      if (left > 0) open.set(name, left);
      else open.delete(name);
    });
  });
}
