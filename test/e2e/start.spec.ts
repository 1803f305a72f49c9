import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '../support/threads.js';
import { inFull, sampleOf } from '../support/full-form.js';
import { type Service, startService } from '../support/service.js';
import { until } from '../support/until.js';

const NO_ADMIN = { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' };
const MADE_ADMIN = /Administrator +(\S+)\n +Password +(\S{24}) /;
const ADMIN = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'a long enough password' };

describe('the built service', () => {
  /** Most tests reuse the data of an earlier service here: creating a cluster takes seconds. */
  const home = mkdtempSync(join(tmpdir(), 'colloquy-start-'));
  const other = mkdtempSync(join(tmpdir(), 'colloquy-start-'));
  const running: Service[] = [];
  let atHome: Service | null = null;

  afterAll(async () => {
    for (const service of running) await service.stop('SIGKILL');
    for (const dataDir of [home, other]) {
      const server = postmaster(dataDir);
      if (server) process.kill(server, 'SIGQUIT');
      const place = placeOf(dataDir);
      for (const path of [place, dataDir])
        rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  const start = async (env: Record<string, string> = {}) => {
    const service = await startService({
      DATA_DIR: home,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      ...ADMIN,
      ...env,
    });
    running.push(service);
    return service;
  };

  const serviceAtHome = async () => (atHome ??= await start());

  it('seeds an empty database once, says so, and stops cleanly with its server', async () => {
    const first = await start();
    expect(first.output()).toContain('/api/docs');
    const seeded = await getJson<Page>(`${first.url}/api/v1/posts/the-other-bank/comments`);
    expect(seeded.post.commentCount).toBe(9);
    expect(await first.stop('SIGTERM')).toBe(0);
    expect(postmaster(home)).toBeNull();
    const second = await serviceAtHome();
    const posts = await getJson<Page>(`${second.url}/api/v1/posts`);
    expect(posts.items).toHaveLength(1);
  }, 300_000);

  inFull('is one on a data directory: the second start says why it does not', async () => {
    await serviceAtHome();
    await expect(start()).rejects.toThrow(/ended with 1: Another Colloquy is running/);
  });

  inFull(
    'says when its port is taken, after it has shown the password that it made, and shows it once',
    async () => {
      const env = { DATA_DIR: other, ...NO_ADMIN, SEED_DEMO: 'false' };
      const { port } = new URL((await serviceAtHome()).url);
      const { message } = await start({ ...env, PORT: port }).then(
        () => new Error('It started.'),
        (error: Error) => error,
      );
      expect(message).toMatch(/taken by another program/);
      const [, login, password] = MADE_ADMIN.exec(message)!;
      expect(postmaster(other)).toBeNull();
      const service = await start(env);
      expect(service.output()).not.toMatch(/Password/);
      const signedIn = await postJson(`${service.url}/api/v1/auth/login`, { login, password });
      expect(signedIn.body.user.role).toBe('admin');
      expect(await service.stop('SIGINT')).toBe(0);
    },
  );

  inFull('starts its Postgres again when that is killed', async () => {
    const service = await serviceAtHome();
    process.kill(postmaster(home)!, 'SIGKILL');
    const statuses = new Set<number>();
    await until(
      'it to be missed, and to be back',
      async () => {
        const { status } = await fetch(`${service.url}/api/v1/posts`);
        statuses.add(status);
        return status === 200 && statuses.has(503);
      },
      1,
    );
    expect(statuses).toEqual(new Set([200, 503]));
  });

  it.each(
    sampleOf(
      [
        ['the service', false],
        ['the service and its Postgres', true],
      ] as const,
      2,
    ),
  )(
    'keeps every acknowledged comment when %s is killed while readers write',
    async (_, postgresToo) => {
      const first = await serviceAtHome();
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
          if (!answer) return;
          // A service that is busy, or has lost its Postgres, is asked again until it has ended.
          if (answer.status === 503) {
            await delay(50);
            continue;
          }
          if (answer.status !== 201) throw new Error(`A comment was answered ${answer.status}.`);
          acknowledged.add(answer.body.id);
          if (acknowledged.size === 60) {
            if (postgresToo) process.kill(postmaster(home)!, 'SIGKILL');
            first.process.kill('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, write));
      const second = (atHome = await start());
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
    300_000,
  );

  inFull('begins empty where a data directory was removed and made anew', async () => {
    const postId = async ({ url }: Service) =>
      (await getJson<Page>(`${url}/api/v1/posts/the-other-bank/comments`)).post.id;
    const first = await serviceAtHome();
    const before = await postId(first);
    await first.stop('SIGTERM');
    const place = placeOf(home);
    rmSync(home, { recursive: true });
    mkdirSync(home, { mode: 0o700 });
    atHome = await start(NO_ADMIN);
    expect(atHome.output()).toMatch(MADE_ADMIN);
    expect(await postId(atHome)).not.toBe(before);
    if (place !== home) rmSync(place, { recursive: true });
  });

  it.each([
    [{ NODE_ENV: 'production' }, /AUTH_SECRET must be set/],
    [{ ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD/],
  ])('does not start with settings that cannot be: case %#', async (env, sentence) => {
    await expect(start({ ...env, DATA_DIR: other } as Record<string, string>)).rejects.toThrow(
      sentence,
    );
  });
});

/** The pid of the embedded Postgres of a data directory; null when none runs. */
function postmaster(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** The cluster's folder for a data directory: for root it is elsewhere. */
function placeOf(dataDir: string): string {
  const cluster = join(dataDir, 'postgres');
  return existsSync(cluster) ? dirname(realpathSync(cluster)) : dataDir;
}

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
