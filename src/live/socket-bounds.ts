import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { addressOf, subnetOf } from '../input/client-address.js';
import type { Connection } from './connection.js';
import { TooManyMessages } from './live.errors.js';
import type { LiveSocket } from './live-socket.js';
import { findFault, refuseMessage } from './message-guard.js';
import { Outboxes } from './outboxes.js';
import { Count, PacketWatch } from './packet-watch.js';

const SOCKETS_A_SUBNET = 50;
/** Who comes back subscribes to twenty posts at once. */
const MESSAGES_A_SECOND = 40;

/** How much one subnet or one socket may ask of this node. */
@Injectable()
export class SocketBounds {
  private readonly sockets = new Map<string, number>();
  private readonly watches = new WeakMap<Connection, PacketWatch>();

  constructor(
    private readonly config: AppConfig,
    private readonly outboxes: Outboxes,
  ) {}

  /** Bounds a connection that was just opened, in both directions. */
  watch(connection: Connection): void {
    this.watches.set(connection, new PacketWatch(connection));
    this.outboxes.watch(connection);
  }

  /** Counts a connection of its subnet; false when the subnet has enough of them. */
  admit(request: IncomingMessage): boolean {
    if (!this.config.rateLimits) return true;
    const subnet = subnetOf(addressOf(request, this.config.trustedProxies));
    const open = this.sockets.get(subnet) ?? 0;
    if (open >= SOCKETS_A_SUBNET) return false;
    this.sockets.set(subnet, open + 1);
    request.socket.once('close', () => this.release(subnet));
    return true;
  }

  /** Refuses what no handler takes, and what a socket sends faster than a person could. */
  hold(socket: LiveSocket): void {
    const messages = new Count(1_000);
    const findRefusal = (message: string, args: readonly unknown[]): Error | null =>
      this.config.rateLimits && messages.add(1) > MESSAGES_A_SECOND
        ? new TooManyMessages(MESSAGES_A_SECOND)
        : findFault(socket, message, args);
    socket.use(([message, ...args], next) => {
      const error = findRefusal(message, args);
      if (!error) return next();
      this.refuse(socket);
      refuseMessage(socket, args, error);
    });
  }

  /** A message of a socket was refused. */
  refuse(socket: LiveSocket): void {
    this.watches.get(socket.conn)?.refuse();
  }

  /** A socket was not let in. */
  refuseConnect(socket: LiveSocket): void {
    this.watches.get(socket.conn)?.refuseConnect();
  }

  private release(subnet: string): void {
    const open = (this.sockets.get(subnet) ?? 1) - 1;
    if (open > 0) this.sockets.set(subnet, open);
    else this.sockets.delete(subnet);
  }
}
