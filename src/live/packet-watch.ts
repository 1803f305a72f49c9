import { type Connection, cut, webSocketOf } from './connection.js';

/** Never lifted. Many times what a client of twenty posts sends when it comes back. */
const PACKETS_A_SECOND = 400;
const REFUSALS_A_MINUTE = 100;
/** A refused `CONNECT` has cost more than a refused message: five of them end the connection. */
const REFUSED_CONNECT = 20;

/** How a client asks for our namespace, with or without a token behind it. */
const OURS = /^0\/live(,|$)/;

/**
 * Counts everything that comes over one connection, before it is looked at: what is refused and what
 * is malformed, too. Who sends too much, or what is refused again and again, is cut without an answer,
 * since to answer costs more than to ask.
 */
export class PacketWatch {
  private readonly packets = new Count(1_000);
  private readonly refusals = new Count(60_000);
  private joins = false;

  constructor(private readonly connection: Connection) {
    connection.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      this.note();
      if (type === 'message' && typeof data === 'string' && data.startsWith('0')) this.join(data);
    });
    const socket = webSocketOf(connection);
    socket.on('ping', () => this.note());
    socket.on('pong', () => this.note());
  }

  /** Something that it sent was refused. */
  refuse(weight = 1): void {
    if (this.refusals.add(weight) > REFUSALS_A_MINUTE) cut(this.connection);
  }

  /** Its `CONNECT` was refused; it may try again. */
  refuseConnect(): void {
    this.joins = false;
    this.refuse(REFUSED_CONNECT);
  }

  private note(): void {
    if (this.packets.add(1) > PACKETS_A_SECOND) cut(this.connection);
  }

  /** One connection joins once. Socket.IO says no to other namespaces, and lets one be joined twice at once. */
  private join(packet: string): void {
    if (!OURS.test(packet)) return this.refuse(REFUSED_CONNECT);
    if (this.joins) cut(this.connection);
    this.joins = true;
  }
}

/** Counts in spans of a fixed length. */
export class Count {
  private since = Number.NEGATIVE_INFINITY;
  private count = 0;

  constructor(private readonly spanMs: number) {}

  /** @returns how many there are in this span */
  add(weight: number, now = performance.now()): number {
    if (now - this.since >= this.spanMs) {
      this.since = now;
      this.count = 0;
    }
    this.count += weight;
    return this.count;
  }
}
