import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '../chaos/site.js';

export interface Asked {
  path: string;
  method?: string;
  by?: Person;
  headers?: Record<string, string>;
  /** Raw bytes, or an object to send as JSON. */
  body?: string | object;
  timeoutMs?: number;
}

export interface Sent {
  status: number | string;
  bytes: number;
}

export interface Got extends Sent {
  text: string;
}

const PATIENCE_MS = 60_000;
const TRIES = 20;

/** Requests that no browser would send, over keep-alive connections. */
export class Asker {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly port: number) {}

  /** Never throws: an incomplete answer counts as an outcome, too. */
  async send(asked: Asked): Promise<Sent> {
    try {
      const { status, bytes } = await this.exchange(asked, () => undefined);
      return { status, bytes };
    } catch (error) {
      return {
        status: (error as NodeJS.ErrnoException).code ?? (error as Error).message,
        bytes: 0,
      };
    }
  }

  /** For setup: it retries while the service answers "not now". */
  async json<T>(asked: Asked): Promise<T> {
    let got = await this.get(asked);
    for (let tries = 1; got.status === 503 && tries < TRIES; tries++) {
      await delay(1_000);
      got = await this.get(asked);
    }
    const { status, text } = got;
    if (typeof status === 'string' || status >= 300) {
      const what = `${asked.method ?? 'GET'} ${asked.path.slice(0, 80)}`;
      throw new Error(`${what} was answered ${status}: ${text.slice(0, 300)}`);
    }
    return JSON.parse(text) as T;
  }

  async get(asked: Asked): Promise<Got> {
    const parts: Buffer[] = [];
    const { status, bytes } = await this.exchange(asked, (part) => parts.push(part));
    return { status, bytes, text: Buffer.concat(parts).toString() };
  }

  private exchange(
    { path, method = 'GET', by, headers, body, timeoutMs = PATIENCE_MS }: Asked,
    hear: (part: Buffer) => void,
  ): Promise<Sent> {
    const payload = typeof body === 'object' ? JSON.stringify(body) : body;
    const length = { 'content-length': String(Buffer.byteLength(payload ?? '')) };
    const all = {
      ...(payload === undefined ? {} : { 'content-type': 'application/json', ...length }),
      ...(by ? { authorization: `Bearer ${by.token}` } : {}),
      ...headers,
    };
    const { agent, port } = this;
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port, agent, method, path, headers: all },
        (incoming) => {
          let bytes = 0;
          incoming.on('data', (part: Buffer) => {
            bytes += part.length;
            hear(part);
          });
          incoming.on('error', reject);
          incoming.on('end', () => {
            clearTimeout(timer);
            resolve({ status: incoming.statusCode!, bytes });
          });
        },
      );
      const timer = setTimeout(() => outgoing.destroy(new Error('timeout')), timeoutMs);
      outgoing.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      outgoing.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
