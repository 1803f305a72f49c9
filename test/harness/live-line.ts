import { LIVE_PATH, RawSocket } from '../chaos/fanout/raw-socket.js';

const PATIENCE_MS = 30_000;

/** A socket for messages that no client library would send. */
export class LiveLine {
  /** Total bytes of the received messages. */
  bytes = 0;
  closed = false;
  private readonly waits = new Set<() => void>();
  private readonly messages: string[] = [];
  private readonly socket: RawSocket;

  /** @param hear called with each message */
  constructor(
    port: number,
    private readonly hear: (message: Buffer) => void = () => undefined,
  ) {
    this.socket = new RawSocket(
      port,
      LIVE_PATH,
      (message) => this.take(message),
      () => {
        this.closed = true;
        this.look();
      },
    );
  }

  /** @returns a line that has joined the namespace of discussions */
  static async join(port: number): Promise<LiveLine> {
    const line = new LiveLine(port);
    await line.until('0{');
    line.send('40/live,');
    await line.until('40/live,');
    return line;
  }

  send(packet: string): void {
    this.socket.send(packet);
  }

  /** Sends raw bytes, whether they form a frame or not. */
  write(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** Stops reading, so that further messages queue up at the service. */
  pause(): void {
    this.socket.pause();
  }

  subscribe(postId: string, nth: number, after?: number): void {
    this.send(`42/live,${nth}${JSON.stringify(['subscribe', { postId, after }])}`);
  }

  /** Waits for a message with this prefix, or for the close. @returns which of them came */
  until(start: string, patience = PATIENCE_MS): Promise<'came' | 'closed' | 'timeout'> {
    return new Promise((resolve) => {
      const settle = (how: 'came' | 'closed' | 'timeout') => {
        clearTimeout(timer);
        this.waits.delete(look);
        resolve(how);
      };
      const look = () => {
        const at = this.messages.findIndex((message) => message.startsWith(start));
        if (at >= 0) this.messages.splice(0, at + 1);
        if (at >= 0) settle('came');
        else if (this.closed) settle('closed');
      };
      const timer = setTimeout(() => settle('timeout'), patience);
      this.waits.add(look);
      look();
    });
  }

  close(): void {
    this.socket.close();
  }

  private take(message: Buffer): void {
    this.bytes += message.length;
    this.hear(message);
    this.messages.push(message.toString('latin1', 0, 200));
    this.look();
  }

  private look(): void {
    for (const wait of this.waits) wait();
  }
}
