import { BOUNDS } from '../auth/limits/bounds.js';
import { type Connection, cut, webSocketOf } from './live-socket.js';

/** Applies even without rate limits. A reconnecting client of twenty posts sends far less. */
const PACKETS_A_SECOND = BOUNDS['packets of a connection'].most;
const REFUSALS_A_MINUTE = BOUNDS['refusals of a connection'].most;
/**
 * The weight of a refused `CONNECT` or a nested message, which cost more than others: five of them
 * close the connection.
 */
const COSTLY = 20;

/** Sixteen opening brackets: no valid message is nested. */
const NESTED = /(?:[[{][^[{]*){16}/;

/** The packets by which a client joins the namespace of the service, with or without a token. */
const OURS = /^0\/live(,|$)/;

/**
 * Counts every packet of one connection before it is parsed, including refused and malformed ones.
 * A connection that sends too much, or is refused repeatedly, is cut without a response, because a
 * response costs more than a request.
 */
export class PacketWatch {
  private readonly packets = new Count(1_000);
  private readonly refusals = new Count(60_000);
  private joins = false;

  constructor(private readonly connection: Connection) {
    connection.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      this.note();
      if (type !== 'message' || typeof data !== 'string') return;
      if (data.startsWith('0')) this.join(data);
      if (NESTED.test(data)) this.refuse(COSTLY);
    });
    const socket = webSocketOf(connection);
    socket.on('ping', () => this.note());
    socket.on('pong', () => this.note());
  }

  refuse(weight = 1): void {
    if (this.refusals.add(weight) > REFUSALS_A_MINUTE) cut(this.connection);
  }

  /** Counts a refused `CONNECT`; the client may try again. */
  refuseConnect(): void {
    this.joins = false;
    this.refuse(COSTLY);
  }

  private note(): void {
    if (this.packets.add(1) > PACKETS_A_SECOND) cut(this.connection);
  }

  /**
   * A connection may join only once. Socket.IO refuses other namespaces, but would accept two
   * concurrent joins of this one.
   */
  private join(packet: string): void {
    if (!OURS.test(packet)) return this.refuse(COSTLY);
    if (this.joins) cut(this.connection);
    this.joins = true;
  }
}

/** Counts events in fixed windows. */
export class Count {
  private since = Number.NEGATIVE_INFINITY;
  private count = 0;

  constructor(private readonly spanMs: number) {}

  /** @returns the count of the current window */
  add(weight: number): number {
    const now = performance.now();
    if (now - this.since >= this.spanMs) {
      this.since = now;
      this.count = 0;
    }
    this.count += weight;
    return this.count;
  }
}
