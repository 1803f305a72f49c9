import { connect, type Socket } from 'node:net';

/** Where the service takes WebSockets. */
export const LIVE_PATH = '/socket.io/?EIO=4&transport=websocket';

/** Above this a length stands in two bytes of its own, and above that in eight. */
const SHORT = 125;
const IN_TWO_BYTES = 126;
const TEXT = 0x81;
const CLOSE = 0x88;

/**
 * A WebSocket client that hands over the bytes of each message: three thousand of a library's would
 * need more of the machine than the server that is measured.
 */
export class RawSocket {
  private readonly socket: Socket;
  /** What has come of a message that is not complete, and how long all of it will be. */
  private parts: Buffer[] = [];
  private length = 0;
  private wanted = 0;
  private upgraded = false;

  constructor(
    port: number,
    path: string,
    private readonly hear: (message: Buffer) => void,
    lost: () => void,
    /** Further lines of the request. */
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

  /** Masked, as clients must; with zeros, since nobody in between is to be fooled. */
  send(text: string): void {
    const payload = Buffer.from(text);
    const long = payload.length > SHORT;
    const head = Buffer.alloc(long ? 8 : 6);
    head[0] = TEXT;
    head[1] = 0x80 | (long ? IN_TWO_BYTES : payload.length);
    if (long) head.writeUInt16BE(payload.length, 2);
    this.socket.write(Buffer.concat([head, payload]));
  }

  /** Bytes as they are, whether they are a frame or not. */
  write(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** Reads no more. */
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
      // The server waits for the same, and ends the connection then.
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

/** Where the payload of the first frame lies; null when not even that has come. */
function frameOf(bytes: Buffer): { from: number; to: number } | null {
  if (bytes.length < 2) return null;
  const length = bytes[1] & 0x7f;
  const from = length <= SHORT ? 2 : length === IN_TWO_BYTES ? 4 : 10;
  if (bytes.length < from) return null;
  const size =
    from === 2 ? length : from === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { from, to: from + size };
}
