import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Nodes } from './nodes.js';
import { type FetchSettings, resilientFetch } from './resilient-fetch.js';

/** A server that gives its responses in sequence, and then repeats the last one. */
class Scripted {
  readonly asked: IncomingMessage[] = [];
  readonly bodies: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly answers: ((response: ServerResponse) => void)[],
  ) {}

  static async with(...answers: ((response: ServerResponse) => void)[]): Promise<Scripted> {
    const server = createServer();
    const scripted = new Scripted(server, answers);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      scripted.asked.push(request);
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        scripted.bodies.push(body);
        const [answer] = scripted.answers;
        if (scripted.answers.length > 1) scripted.answers.shift();
        answer!(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return scripted;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  header(name: string): (string | string[] | undefined)[] {
    return this.asked.map(({ headers }) => headers[name]);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end('{}');
const cut = (response: ServerResponse) => void response.destroy();
const ok = status(200);

describe('sending again', () => {
  const servers: Scripted[] = [];
  const serve = async (...answers: ((response: ServerResponse) => void)[]) => {
    const server = await Scripted.with(...answers);
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

  const ask = (urls: string[], path: string, init: RequestInit = {}, more = {}) => {
    const settings: FetchSettings = {
      nodes: new Nodes(urls),
      attemptMs: 30_000,
      retryForMs: 10_000,
      ...more,
    };
    return resilientFetch(settings)(new Request(urls[0] + path, init));
  };
  const post = { method: 'POST', body: '{"body":"x"}' };

  it('repeats a write under one key, with its body, until it is answered', async () => {
    const server = await serve(cut, status(503, { 'retry-after': '0' }), status(502), ok);
    const answer = await ask([server.url], '/api/v1/posts/p/comments', post);
    expect(answer.status).toBe(200);
    const keys = server.header('idempotency-key');
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(server.bodies)).toEqual(new Set([post.body]));
  });

  it('keeps the key that it was given', async () => {
    const server = await serve(status(503), ok);
    const headers = { 'idempotency-key': 'mine' };
    await ask([server.url], '/api/v1/posts/p/comments', { ...post, headers });
    expect(server.header('idempotency-key')).toEqual(['mine', 'mine']);
  });

  it('sends once what takes no key', async () => {
    const server = await serve(status(503), ok);
    const answer = await ask([server.url], '/api/v1/auth/login', post);
    expect(answer.status).toBe(503);
    expect(server.header('idempotency-key')).toEqual([undefined]);
    const cutting = await serve(cut, ok);
    await expect(ask([cutting.url], '/api/v1/auth/login', post)).rejects.toThrow();
    expect(cutting.asked).toHaveLength(1);
  });

  it('does not repeat what was decided', async () => {
    for (const code of [400, 401, 403, 404, 409, 412, 422, 500]) {
      const server = await serve(status(code), ok);
      expect((await ask([server.url], '/api/v1/posts')).status).toBe(code);
    }
  });

  it('gives the refusal when it may not ask again in time', async () => {
    const server = await serve(status(429, { 'retry-after': '6' }), ok);
    expect((await ask([server.url], '/api/v1/posts')).status).toBe(429);
    const never = await serve(status(503), ok);
    expect((await ask([never.url], '/api/v1/posts', {}, { retryForMs: 0 })).status).toBe(503);
  });

  it('goes to the next node, and stays there', async () => {
    const [one, other] = [await serve(status(503)), await serve(ok)];
    const nodes = new Nodes([one.url, other.url]);
    for (let count = 0; count < 3; count++)
      expect((await ask([one.url], '/api/v1/posts?limit=1', {}, { nodes })).status).toBe(200);
    expect(one.asked).toHaveLength(1);
    expect(other.asked.map(({ url }) => url)).toEqual(Array(3).fill('/api/v1/posts?limit=1'));
  });

  it('stays with a node that asks for patience', async () => {
    const [one, other] = [await serve(status(429, { 'retry-after': '0' }), ok), await serve(ok)];
    await ask([one.url, other.url], '/api/v1/posts');
    expect(one.asked).toHaveLength(2);
    expect(other.asked).toHaveLength(0);
  });

  it('takes another token once when one is refused', async () => {
    const server = await serve(status(401));
    const token = (rejected?: string) => (rejected === undefined ? 'old' : `after-${rejected}`);
    expect((await ask([server.url], '/api/v1/posts', {}, { token })).status).toBe(401);
    expect(server.header('authorization')).toEqual(['Bearer old', 'Bearer after-old']);
  });

  it('stops when the caller does', async () => {
    const server = await serve(status(503));
    const stop = new AbortController();
    const asked = ask([server.url], '/api/v1/posts', { signal: stop.signal });
    await new Promise<void>((resolve) => {
      const look = () => (server.asked.length > 0 ? resolve() : setImmediate(look));
      look();
    });
    stop.abort(new Error('Never mind.'));
    await expect(asked).rejects.toThrow('Never mind.');
  });

  it('gives up an attempt that takes too long', async () => {
    const server = await serve(() => undefined, ok);
    const answer = await ask([server.url], '/api/v1/posts', {}, { attemptMs: 50 });
    expect(answer.status).toBe(200);
  });
});
