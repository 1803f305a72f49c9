import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { embeddedServerHome } from '../src/database/embedded-server-home.js';
import type { Connection } from '../src/database/connection.js';
import { type EmbeddedServer, startEmbedded } from '../src/database/embedded-postgres.js';
import type { Options } from './options.js';
import { postmasterOf } from './processes.js';
import { say } from './say.js';
import { type Service, startService } from './service.js';
import { sessionClient } from './session-client.js';

const run = promisify(execFile);
const SEED = fileURLToPath(new URL('./seed/main.js', import.meta.url));

export const ADMIN = { email: 'admin@example.org', password: 'a password for a while' };

/** A loaded thread. */
export interface Thread {
  size: number;
  postId: string;
}

type SiteOptions = Pick<Options, 'dataDir' | 'service' | 'nodeFlags'>;

/**
 * The service under test with its own database: the embedded Postgres as the product starts it,
 * with `fsync` and `synchronous_commit` on. This process runs Postgres, so services can restart.
 */
export class Site {
  private service: Service | null = null;
  private cached: boolean | null = null;
  private readonly threads = new Map<number, Promise<Thread>>();

  private constructor(
    readonly dataDir: string,
    private readonly temporary: boolean,
    private readonly server: EmbeddedServer,
    private readonly options: SiteOptions,
  ) {}

  /** @param settings of the server, in addition to those of the product */
  static async open(
    options: SiteOptions,
    settings?: Readonly<Record<string, string>>,
  ): Promise<Site> {
    const dataDir = options.dataDir ? resolve(options.dataDir) : temporaryDir();
    mkdirSync(dataDir, { recursive: true });
    const server = await startEmbedded(dataDir, { settings });
    return new Site(dataDir, options.dataDir === null, server, options);
  }

  get connection(): Connection {
    return this.server.connection;
  }

  get postmasterPid(): number {
    return postmasterOf(embeddedServerHome(this.dataDir).cluster);
  }

  /** The running service, with the page cache on or off; restarts it if necessary. */
  async serve(cached: boolean): Promise<Service> {
    if (this.service && this.cached === cached) return this.service;
    return this.serveAfresh(cached);
  }

  async serveAfresh(cached: boolean, env: Record<string, string> = {}): Promise<Service> {
    await this.service?.stop();
    this.service = await this.start(this.dataDir, { PAGE_CACHE: cached ? 'on' : 'off', ...env });
    this.cached = cached;
    return this.service;
  }

  start(dataDir: string, env: Record<string, string> = {}): Promise<Service> {
    return startService(resolve(this.options.service), this.options.nodeFlags, {
      DATA_DIR: dataDir,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      SEED_DEMO: 'false',
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'off',
      ...env,
    });
  }

  /** Loads a thread with the command for users, once per size. */
  thread(size: number): Promise<Thread> {
    const known = this.threads.get(size) ?? this.seed(size);
    this.threads.set(size, known);
    return known;
  }

  private async seed(size: number): Promise<Thread> {
    const { stdout } = await run(process.execPath, [SEED, '--comments', String(size)], {
      env: { PATH: process.env.PATH, DATA_DIR: this.dataDir },
    });
    const { postId, seconds } = JSON.parse(stdout.trim().split('\n').at(-1)!);
    say(`Loaded a thread of ${size.toLocaleString('en')} comments in ${seconds} s.`);
    return { size, postId };
  }

  /** Vacuums and flushes earlier writes now, so that no window includes that work. */
  async settle(): Promise<void> {
    const client = await sessionClient(this.connection, { statement_timeout: '0' });
    await client.query('vacuum (analyze) comments, votes, post_events, users');
    await client.query('checkpoint');
    await client.end();
  }

  async close(): Promise<void> {
    await this.service?.stop();
    const home = embeddedServerHome(this.dataDir);
    await this.server.stop();
    if (!this.temporary) return;
    for (const place of [home.cluster, home.socketDir, this.dataDir])
      rmSync(place, { recursive: true, force: true });
  }
}

/** A new directory that the account of Postgres can access. */
export function temporaryDir(): string {
  const place = mkdtempSync(join(tmpdir(), 'colloquy-bench-'));
  chmodSync(place, 0o755);
  return place;
}
