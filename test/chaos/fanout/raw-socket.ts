import { connect, type Socket } from 'node:net';

/** The WebSocket path of the service. */
export const LIVE_PATH = '/socket.io/?EIO=4&transport=websocket';

/** A longer payload has its length in two extra bytes, a still longer one in eight. */
const SHORT = 125;
const IN_TWO_BYTES = 126;
const TEXT = 0x81;
const CLOSE = 0x88;

/**
 * A WebSocket client that hands over the raw bytes of each message. Three thousand clients of a
 * library would need more CPU than the server under test.
 */
export class RawSocket {
  private readonly socket: Socket;
  /** The received parts of an incomplete message, and its total length. */
  private parts: Buffer[] = [];
  private length = 0;
  private wanted = 0;
  private upgraded = false;

  constructor(
    port: number,
    path: string,
    private readonly hear: (message: Buffer) => void,
    lost: () => void,
    /** Additional header lines of the request. */
    headers = '',
  ) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.on('error', () => undefined).on('close', lost);
    this.socket.on('data', (bytes: Buffer) => this.take(bytes));
    this.socket.write(
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n${headers}` +
        `sec-websocket-version: 13\r\nsec-websocket-key: ${Buffer.alloc(16, 7).toString('base64')}\r\n\r\n`,
    );
  }

  /** Masked, as clients must; with zeros, since no proxy needs protection here. */
  send(text: string): void {
    const payload = Buffer.from(text);
    const long = payload.length > SHORT;
    const head = Buffer.alloc(long ? 8 : 6);
    head[0] = TEXT;
    head[1] = 0x80 | (long ? IN_TWO_BYTES : payload.length);
    if (long) head.writeUInt16BE(payload.length, 2);
    this.socket.write(Buffer.concat([head, payload]));
  }

  /** Sends raw bytes, whether they form a frame or not. */
  write(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** Stops reading. */
  pause(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
    if (this.length < this.wanted) return;
    let left = this.parts.length > 1 ? Buffer.concat(this.parts) : bytes;
    this.wanted = 0;
    if (!this.upgraded) {
      const end = left.indexOf('\r\n\r\n');
      if (end < 0) return this.keep(left);
      if (!left.subarray(0, end).includes(' 101 ')) return this.close();
      this.upgraded = true;
      left = left.subarray(end + 4);
    }
    for (let frame = frameOf(left); frame; frame = frameOf(left)) {
      this.wanted = frame.to;
      if (left.length < frame.to) break;
      // The server waits for this close too, and then ends the connection.
      if (left[0] === CLOSE) this.socket.destroy();
      this.hear(left.subarray(frame.from, frame.to));
      this.wanted = 0;
      left = left.subarray(frame.to);
    }
    this.keep(left);
  }

  private keep(rest: Buffer): void {
    this.parts = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
  }
}

/** The payload's position in the first frame; null if its header is incomplete. */
function frameOf(bytes: Buffer): { from: number; to: number } | null {
  if (bytes.length < 2) return null;
  const length = bytes[1] & 0x7f;
  const from = length <= SHORT ? 2 : length === IN_TWO_BYTES ? 4 : 10;
  if (bytes.length < from) return null;
  const size =
    from === 2 ? length : from === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { from, to: from + size };
}
