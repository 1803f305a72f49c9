import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '../support/threads.js';
import { freePort } from '../support/free-port.js';
import { type Service, startService } from '../support/service.js';

const ADMIN = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'a long enough password' };

describe('the built service', () => {
  let dataDir: string;
  let running: Service[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'colloquy-start-'));
  });

  afterEach(async () => {
    for (const service of running) await service.stop('SIGKILL');
    running = [];
    const server = postmaster();
    if (server) process.kill(server, 'SIGQUIT');
    const cluster = join(dataDir, 'postgres');
    const relocated = existsSync(cluster) ? dirname(realpathSync(cluster)) : dataDir;
    for (const path of [relocated, dataDir])
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = async (env: Record<string, string> = {}) => {
    const service = await startService({
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      ...ADMIN,
      ...env,
    });
    running.push(service);
    return service;
  };

  /** The pid of the embedded server; null when none runs. */
  const postmaster = () => {
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  };

  it('seeds an empty database once, says so, and stops cleanly with its server', async () => {
    const first = await start();
    expect(first.output()).toContain('/api/docs');
    const seeded = await getJson<Page>(`${first.url}/api/v1/posts/the-other-bank/comments`);
    expect(seeded.post.commentCount).toBe(9);
    expect(await first.stop('SIGTERM')).toBe(0);
    expect(postmaster()).toBeNull();
    const second = await start();
    const posts = await getJson<Page>(`${second.url}/api/v1/posts`);
    expect(posts.items).toHaveLength(1);
    expect(await second.stop('SIGINT')).toBe(0);
  });

  it('makes an administrator and a password when none is given, and shows them once', async () => {
    const env = { ADMIN_EMAIL: '', ADMIN_PASSWORD: '', SEED_DEMO: 'false' };
    const first = await start(env);
    const [, email] = /Administrator\s+(\S+)/.exec(first.output())!;
    const [, password] = /Password\s+(\S+)/.exec(first.output())!;
    const login = await postJson(`${first.url}/api/v1/auth/login`, { login: email, password });
    expect(login.body.user.role).toBe('admin');
    await first.stop('SIGTERM');
    const second = await start(env);
    expect(second.output()).not.toMatch(/Password/);
  });

  it('begins empty where a data directory was removed and made anew', async () => {
    const postId = async ({ url }: Service) =>
      (await getJson<Page>(`${url}/api/v1/posts/the-other-bank/comments`)).post.id;
    const first = await start();
    const before = await postId(first);
    await first.stop('SIGTERM');
    const cluster = dirname(realpathSync(join(dataDir, 'postgres')));
    rmSync(dataDir, { recursive: true });
    mkdirSync(dataDir, { mode: 0o700 });
    expect(await postId(await start())).not.toBe(before);
    if (cluster !== dataDir) rmSync(cluster, { recursive: true });
  });

  it('is one on a data directory: the second start says why it does not', async () => {
    await start();
    await expect(start()).rejects.toThrow(/ended with 1: Another Colloquy is running/);
  });

  it('says when its port is taken, and leaves its server as it was', async () => {
    const port = String(await freePort());
    await start({ PORT: port });
    const other = mkdtempSync(join(tmpdir(), 'colloquy-start-'));
    try {
      await expect(start({ PORT: port, DATA_DIR: other })).rejects.toThrow(
        /taken by another program/,
      );
      expect(existsSync(join(other, 'postgres', 'postmaster.pid'))).toBe(false);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it.each([
    ['the service', false],
    ['the service and its Postgres', true],
  ])(
    'keeps every acknowledged comment when %s is killed while readers write',
    async (_, postgresToo) => {
      const first = await start();
      const { accessToken } = (
        await postJson(`${first.url}/api/v1/auth/login`, {
          login: ADMIN.ADMIN_EMAIL,
          password: ADMIN.ADMIN_PASSWORD,
        })
      ).body;
      const acknowledged = new Set<string>();
      const write = async () => {
        for (;;) {
          const answer = await postJson(
            `${first.url}/api/v1/posts/the-other-bank/comments`,
            { body: 'kept' },
            { authorization: `Bearer ${accessToken}`, 'idempotency-key': randomUUID() },
          ).catch(() => null);
          if (answer?.status !== 201) return;
          acknowledged.add(answer.body.id);
          if (acknowledged.size === 60) {
            if (postgresToo) process.kill(postmaster()!, 'SIGKILL');
            first.process.kill('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, write));
      const second = await start();
      const stored = new Set<string>();
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = cursor ? `&cursor=${cursor}` : '';
        const page = await getJson<Page>(
          `${second.url}/api/v1/posts/the-other-bank/comments?limit=100&depth=0${query}`,
        );
        for (const item of page.items) stored.add(item.id);
        cursor = page.nextCursor;
      }
      expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
      expect(acknowledged.size).toBeGreaterThanOrEqual(60);
      const me = await fetch(`${second.url}/api/v1/users/me`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      expect(me.status).toBe(200);
    },
  );

  it('starts its Postgres again when that is killed', async () => {
    const service = await start();
    process.kill(postmaster()!, 'SIGKILL');
    const statuses: number[] = [];
    while (statuses.at(-1) !== 200 || !statuses.includes(503)) {
      statuses.push((await fetch(`${service.url}/api/v1/posts`)).status);
      if (statuses.length > 5_000) break;
    }
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(statuses.at(-1)).toBe(200);
  });

  it.each([
    [{ NODE_ENV: 'production' }, /AUTH_SECRET must be set/],
    [{ NODE_ENV: 'production', AUTH_SECRET: 'short' }, /AUTH_SECRET is shorter/],
    [{ TRUSTED_PROXIES: 'true' }, /TRUSTED_PROXIES/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL/],
    [{ ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD/],
  ])('does not start with settings that cannot be: case %#', async (env, sentence) => {
    await expect(start(env as Record<string, string>)).rejects.toThrow(sentence);
  });
});

interface SignedIn {
  accessToken: string;
  user: { role: string };
}

interface Answer {
  status: number;
  body: SignedIn & { id: string };
}

async function getJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

async function postJson(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as SignedIn & { id: string } };
}
