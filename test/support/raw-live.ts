import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A WebSocket that speaks the protocol of `/live` by hand, including violations of it. */
export class RawLive {
  readonly frames: string[] = [];
  isClosed = false;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const frame = (data as Buffer).toString();
      this.frames.push(frame);
      if (frame === '2') socket.send('3');
    });
    socket.on('close', () => (this.isClosed = true));
    socket.on('error', () => undefined);
  }

  static async open(url: string): Promise<RawLive> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const raw = new RawLive(new WebSocket(address));
    await once(raw.socket, 'message');
    return raw;
  }

  /** Joins the namespace, as a guest. */
  async join(): Promise<this> {
    this.socket.send('40/live,');
    await once(this.socket, 'message');
    return this;
  }

  /** Sends frames all at once. */
  send(count: number, frame: (number: number) => string): void {
    for (let number = 1; number <= count; number++) this.socket.send(frame(number));
  }

  /** Stops reading. */
  mute(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** The number of frames with this prefix. */
  count(beginning: string): number {
    return this.frames.filter((frame) => frame.startsWith(beginning)).length;
  }

  end(): void {
    this.socket.terminate();
  }
}
