import { connect, type Socket } from 'node:net';

/** Pipelined requests on a connection before it waits for their answers. */
const TOGETHER = 16;
const ANSWER = 'HTTP/1.1 ';

/**
 * Sends many requests over few connections, as a malicious program does: it counts answers and does
 * not parse them.
 * @param path of the nth request
 * @returns how many were answered
 */
export async function volley(
  port: number,
  count: number,
  path: (nth: number) => string,
  connections = 50,
): Promise<number> {
  let next = 0;
  let answered = 0;
  const run = async () => {
    let line = null as Line | null;
    while (next < count) {
      const from = next;
      next = Math.min(count, next + TOGETHER);
      const paths = Array.from({ length: next - from }, (_, at) => path(from + at));
      line = line?.open ? line : new Line(port);
      // The sum is read after the wait, since others add to it meanwhile.
      const got = await line.ask(paths);
      answered += got;
    }
    line?.close();
  };
  await Promise.all(Array.from({ length: connections }, run));
  return answered;
}

class Line {
  open = true;
  private readonly socket: Socket;
  private rest = '';
  private missing = 0;
  private got = 0;
  private settle: ((got: number) => void) | null = null;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.open = false;
      this.settle?.(this.got);
    });
    this.socket.on('data', (bytes: Buffer) => this.take(bytes.toString('latin1')));
  }

  ask(paths: readonly string[]): Promise<number> {
    if (!this.open) return Promise.resolve(0);
    const text = paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`).join('');
    return new Promise((resolve) => {
      this.missing = paths.length;
      this.got = 0;
      this.settle = (got) => {
        this.settle = null;
        resolve(got);
      };
      this.socket.write(text);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(text: string): void {
    const all = this.rest + text;
    const found = all.split(ANSWER).length - 1;
    this.rest = all.slice(Math.max(0, all.length - ANSWER.length + 1));
    if (this.rest.includes(ANSWER)) throw new Error('An answer would be counted twice.');
    this.got += found;
    if (this.got >= this.missing) this.settle?.(this.got);
  }
}
