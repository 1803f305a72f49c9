import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

export interface Call {
  method: string;
  path: string;
  token?: string;
  /** The `Idempotency-Key`. */
  key?: string;
  ifMatch?: number;
  body?: object;
  timeoutMs?: number;
}

export interface Answer {
  status: number;
  text: string;
}

/** How long a client waits before it retries; less than a half-open connection lasts. */
const PATIENCE_MS = 6_000;
/** Timeout where only a slow machine can delay an answer, and the number of attempts. */
const SLOW_MS = 60_000;
const SLOW_TRIES = 30;

/** HTTP to one address over keep-alive connections. */
export class Http {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(private readonly port: number) {}

  /** @throws Error without a complete answer: the request may or may not have been executed */
  send({
    method,
    path,
    token,
    key,
    ifMatch,
    body,
    timeoutMs = PATIENCE_MS,
  }: Call): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.port,
          agent: this.agent,
          method,
          path,
          headers: {
            ...(payload === undefined
              ? {}
              : {
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(payload),
                }),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(key === undefined ? {} : { 'idempotency-key': key }),
            ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          },
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () => {
            clearTimeout(timer);
            resolve({ status: incoming.statusCode!, text: Buffer.concat(parts).toString() });
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

  /**
   * For setup, and where nothing should fail: it waits for a slow machine and retries while the
   * service answers "not now". Everything else but success is an error.
   */
  async json<T>(call: Call): Promise<T> {
    let answer = await this.send({ timeoutMs: SLOW_MS, ...call });
    for (let tries = 1; answer.status === 503 && tries < SLOW_TRIES; tries++) {
      await delay(1_000);
      answer = await this.send({ timeoutMs: SLOW_MS, ...call });
    }
    if (answer.status >= 300)
      throw new Error(
        `${call.method} ${call.path} was answered ${answer.status}: ${answer.text.slice(0, 500)}`,
      );
    return (answer.text ? JSON.parse(answer.text) : undefined) as T;
  }

  close(): void {
    this.agent.destroy();
  }
}
