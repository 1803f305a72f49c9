import { RawSocket } from '../../chaos/fanout/raw-socket.js';
import type { Frame } from './frames.js';

const PATH = '/socket.io/?EIO=4&transport=websocket';
const MOST_KEPT = 200;

/** A connection over which anything is sent, and which keeps what comes. */
export class Line {
  readonly came: string[] = [];
  isClosed = false;
  private readonly socket: RawSocket;
  private look: () => void = () => undefined;

  constructor(port: number) {
    const lost = () => {
      this.isClosed = true;
      this.look();
    };
    this.socket = new RawSocket(
      port,
      PATH,
      (message) => {
        if (this.came.length < MOST_KEPT) this.came.push(message.toString());
        this.look();
      },
      lost,
    );
  }

  say(packet: string): void {
    this.socket.send(packet);
  }

  send({ bytes }: Frame): void {
    this.socket.write(bytes);
  }

  /** @returns whether a message came that begins so; false when the connection ended or nothing came */
  async until(start: string, patienceMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        clearTimeout(timer);
        this.look = () => undefined;
        resolve(came);
      };
      const timer = setTimeout(() => settle(false), patienceMs);
      this.look = () => {
        if (this.came.some((message) => message.startsWith(start))) settle(true);
        else if (this.isClosed) settle(false);
      };
      this.look();
    });
  }

  close(): void {
    this.socket.close();
  }
}
