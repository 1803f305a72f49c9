import { Injectable } from '@nestjs/common';
import { Metrics } from '../metrics/metrics.js';
import { type Connection, cut } from './connection.js';

/** What may wait for one slow reader when something more is sent to them. */
const MOST_OF_ONE = 1_024 * 1_024;
/** What may wait for all of them; above it a reader has a smaller share. */
const MOST_OF_ALL = 64 * 1_024 * 1_024;
const SHARE_WHEN_FULL = 64 * 1_024;

interface Packet {
  data?: string;
  options?: { wsPreEncodedFrame?: Buffer[] };
}

/**
 * Counts what waits for the readers of this node, whatever it is: answers, replays, events, refusals.
 * Who is too far behind is cut, and goes on from their `seq` when they come back.
 */
@Injectable()
export class Outboxes {
  private total = 0;

  constructor(metrics: Metrics) {
    metrics.gauge('live_waiting_bytes', 'Bytes that wait to leave by sockets.', () => this.total);
  }

  watch(connection: Connection): void {
    let waiting = 0;
    let sending = 0;
    connection.on('packetCreate', (packet: Packet) => {
      const most = this.total > MOST_OF_ALL ? SHARE_WHEN_FULL : MOST_OF_ONE;
      if (waiting + sending > most) return cut(connection);
      const bytes = sizeOf(packet);
      waiting += bytes;
      this.total += bytes;
    });
    connection.on('flush', () => {
      sending += waiting;
      waiting = 0;
    });
    // Everything that was handed to the network has left this process.
    connection.transport.on('drain', () => {
      this.total -= sending;
      sending = 0;
    });
    connection.on('close', () => {
      this.total -= waiting + sending;
      waiting = 0;
      sending = 0;
    });
  }
}

/** A message to many has been made a frame already. */
function sizeOf({ data, options }: Packet): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame) return frame.reduce((sum, { length }) => sum + length, 0);
  return data === undefined ? 0 : Buffer.byteLength(data);
}
