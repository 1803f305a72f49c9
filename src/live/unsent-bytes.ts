import { Injectable } from '@nestjs/common';
import { Metrics } from '../metrics/metrics.js';
import { type Connection, cut } from './live-socket.js';

/** The most bytes that may wait for one slow reader when the next packet is sent. */
const MOST_OF_ONE = 1_024 * 1_024;
/** The most bytes that may wait for all readers; above it the limit of each is smaller. */
const MOST_OF_ALL = 64 * 1_024 * 1_024;
const SHARE_WHEN_FULL = 64 * 1_024;

interface Packet {
  data?: string;
  options?: { wsPreEncodedFrame?: Buffer[] };
}

/** The bytes in the queue of a connection, and those that it has passed to the network. */
class Tally {
  private queued = 0;
  private handed = 0;

  get bytes(): number {
    return this.queued + this.handed;
  }

  add(bytes: number): void {
    this.queued += bytes;
  }

  flush(): void {
    this.handed += this.queued;
    this.queued = 0;
  }

  /** Everything that was passed to the network has left this process. */
  drain(): void {
    this.handed = 0;
  }
}

/**
 * Counts the bytes that wait for the readers of this node: responses, replays, events, refusals. A
 * reader who is too far behind is cut, and continues from their `seq` after reconnecting. A frame
 * to many readers is in memory once, so it counts for each of them, but only once in the total.
 */
@Injectable()
export class UnsentBytes {
  private total = 0;

  constructor(metrics: Metrics) {
    metrics.gauge('live_waiting_bytes', 'Bytes that wait to leave by sockets.', () => this.total);
  }

  watch(connection: Connection): void {
    const all = new Tally();
    const own = new Tally();
    const count = (change: () => void): void => {
      const before = own.bytes;
      change();
      this.total += own.bytes - before;
    };
    connection.on('packetCreate', ({ data, options }: Packet) => {
      const most = this.total > MOST_OF_ALL ? SHARE_WHEN_FULL : MOST_OF_ONE;
      if (all.bytes > most) return cut(connection);
      const frame = options?.wsPreEncodedFrame;
      if (frame) return all.add(frame.reduce((sum, { length }) => sum + length, 0));
      const bytes = data === undefined ? 0 : Buffer.byteLength(data);
      all.add(bytes);
      count(() => own.add(bytes));
    });
    connection.on('flush', () => {
      all.flush();
      own.flush();
    });
    connection.transport.on('drain', () => {
      all.drain();
      count(() => own.drain());
    });
    connection.on('close', () => {
      own.flush();
      count(() => own.drain());
    });
  }
}
