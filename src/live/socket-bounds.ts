import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { BOUNDS } from '../auth/limits/bounds.js';
import { Limits } from '../auth/limits/limits.js';
import { AppConfig } from '../config/app-config.js';
import { ClientAddresses } from '../input/connections/client-address.js';
import { laneOf } from '../input/connections/networks.js';
import { OpenCounts } from '../input/connections/open-counts.js';
import { InvalidInput } from '../problems/general.errors.js';
import { type Problem, toProblem } from '../problems/problem.js';
import { TooManyMessages, TooManySockets, UnknownMessage } from './live.errors.js';
import type { Connection, LiveSocket } from './live-socket.js';
import type { Acknowledge } from './live.messages.js';
import { UnsentBytes } from './unsent-bytes.js';
import { Count, PacketWatch } from './packet-watch.js';

/**
 * The weight of a refusal for a network whose budget is spent: five of them close the connection.
 */
const REFUSED_NETWORK = 20;
/** No valid message has more fields; validation visits and reports each one. */
const MAX_FIELDS = 10;

/** The limits of one network and one socket on this node. */
@Injectable()
export class SocketBounds {
  private readonly open = new OpenCounts(BOUNDS.sockets.most);
  private readonly watches = new WeakMap<Connection, PacketWatch>();

  constructor(
    private readonly config: AppConfig,
    private readonly addresses: ClientAddresses,
    private readonly limits: Limits,
    private readonly outboxes: UnsentBytes,
  ) {}

  /** Applies the limits to a new connection, in both directions. */
  watch(connection: Connection): void {
    this.watches.set(connection, new PacketWatch(connection));
    this.outboxes.watch(connection);
  }

  /**
   * Counts a connection by its networks.
   * @returns the refusal when one of them has reached its limit of open connections or of openings
   */
  admit(request: IncomingMessage): Error | null {
    if (!this.config.rateLimits) return null;
    const address = this.addresses.of(request);
    if (this.open.isFull(address)) return new TooManySockets();
    const spent = this.limits.countHere('live-connections', address);
    if (!spent) this.open.hold(address, request.socket);
    return spent;
  }

  /** Refuses messages without a handler, and messages above the rate limit. */
  hold(socket: LiveSocket): void {
    const messages = new Count(1_000);
    const address = this.addresses.of(socket.request);
    socket.data.lane = laneOf(address);
    const findFault = (message: string, args: readonly unknown[]): Error | null => {
      if (this.config.rateLimits && messages.add(1) > BOUNDS.messages.most)
        return new TooManyMessages();
      const spent = this.limits.countHere('live-messages', address);
      if (spent) this.watches.get(socket.conn)?.refuse(REFUSED_NETWORK);
      if (spent) return spent;
      if (socket.listenerCount(message) === 0) return new UnknownMessage();
      if (args.every(isFlat)) return null;
      return InvalidInput.at('', `A message is one object of at most ${MAX_FIELDS} plain values.`);
    };
    socket.use(([message, ...args], next) => {
      const fault = findFault(message, args);
      if (fault) this.refuse(socket, args, toProblem(fault));
      else next();
    });
  }

  /** Answers a message with a problem: in its acknowledgement, or in a message if there is none. */
  refuse(socket: LiveSocket, args: readonly unknown[], problem: Problem): void {
    if (problem.status < 500) this.watches.get(socket.conn)?.refuse();
    const acknowledge = args.find((arg): arg is Acknowledge => typeof arg === 'function');
    if (acknowledge) acknowledge({ ok: false, problem });
    else socket.emit('problem', problem);
  }

  /** Counts a refused attempt to join the namespace. */
  refuseConnect(socket: LiveSocket): void {
    this.watches.get(socket.conn)?.refuseConnect();
  }
}

/** A nested message would cost more to validate than any valid one. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const fields: unknown[] = Object.values(value);
  return fields.length <= MAX_FIELDS && fields.every((field) => Object(field) !== field);
}
