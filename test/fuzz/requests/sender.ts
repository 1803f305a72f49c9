import { Agent, request } from 'node:http';
import { exchange } from '../../support/raw-http.js';
import type { Wire } from './wire.js';

/** An answer to check against the API document. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** The text parsed as JSON, if it is JSON. */
  body: unknown;
}

const PATIENCE_MS = 60_000;

/** Node's HTTP client rejects these characters, so they go over a raw connection. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;

/** Requests of about this length may be too long for the parser. */
const LONG_HEAD = 8_000;

function lengthOf({ path, headers }: Wire): number {
  return Object.values(headers).reduce((sum, value) => sum + value.length, path.length);
}

/** Sends bytes over keep-alive connections. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(private readonly port: number) {}

  /** @throws Error without a complete answer */
  async send(wire: Wire): Promise<Reply> {
    // A request refused before parsing gets an answer with a body, whatever its method.
    const isUnreadable = wire.method === 'HEAD' && lengthOf(wire) > LONG_HEAD;
    const isUnsendable = Object.values(wire.headers).some((value) => UNSENDABLE.test(value));
    const { status, headers, text } =
      isUnreadable || isUnsendable ? await this.sendRaw(wire) : await this.attempt(wire, true);
    return { status, headers, text, body: jsonOf(headers, text) };
  }

  close(): void {
    this.agent.destroy();
  }

  private async sendRaw({ method, path, headers, body }: Wire): Promise<Omit<Reply, 'body'>> {
    const lines = Object.entries(headers)
      // A line break would begin another header.
      .map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, ' ')}\r\n`)
      .join('');
    const head = `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${lines}\r\n`;
    return exchange(`http://127.0.0.1:${this.port}`, head + (body?.toString('latin1') ?? ''));
  }

  private attempt(wire: Wire, mayRepeat: boolean): Promise<Omit<Reply, 'body'>> {
    const { method, path, headers, body } = wire;
    return new Promise((resolve, reject) => {
      const { agent, port } = this;
      const outgoing = request(
        { host: '127.0.0.1', port, agent, method, path, headers },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
          incoming.on('end', () => {
            clearTimeout(timer);
            const { statusCode, headers } = incoming;
            const text = Buffer.concat(parts).toString();
            resolve({ status: statusCode!, headers: headers as Record<string, string>, text });
          });
        },
      );
      const timer = setTimeout(() => outgoing.destroy(new Error('No answer came.')), PATIENCE_MS);
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        // The service may close a kept connection at the moment of its reuse.
        if (mayRepeat && outgoing.reusedSocket && /ECONNRESET|EPIPE/.test(error.code ?? ''))
          this.attempt(wire, false).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(body ?? undefined);
    });
  }
}

function jsonOf(headers: Record<string, string>, text: string): unknown {
  if (!/^application\/(problem\+)?json/.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
