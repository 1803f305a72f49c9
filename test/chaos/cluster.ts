import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { postmasterOf } from '../../bench/processes.js';
import {
  type EmbeddedServerHome,
  embeddedServerHome,
} from '../../src/database/embedded-server-home.js';
import type { Connection } from '../../src/database/connection.js';
import { joinEmbedded } from '../../src/database/embedded-postgres.js';
import type { Target } from './fault-proxy.js';

/** Default durability settings, whatever the machine's defaults; without a standby. */
const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '150',
};

/** A real Postgres in its own processes, which can be killed and restarted. */
export class Cluster {
  private constructor(
    private readonly dataDir: string,
    private readonly home: EmbeddedServerHome,
    private readonly connection: Connection,
  ) {}

  private removed = false;

  static async start(): Promise<Cluster> {
    const dataDir = mkdtempSync(join(tmpdir(), 'colloquy-chaos-'));
    // Postgres does not run as root, and its account needs access to the directory.
    chmodSync(dataDir, 0o755);
    const home = embeddedServerHome(dataDir);
    const connection = await joinEmbedded(dataDir, { settings: SETTINGS });
    const cluster = new Cluster(dataDir, home, connection);
    process.once('exit', () => cluster.remove());
    return cluster;
  }

  /** The server's direct address, with no proxy: only a crash affects it. */
  get target(): Target {
    return { path: join(this.connection.host, `.s.PGSQL.${this.connection.port}`) };
  }

  /** The URL of a database through a proxy. */
  url(database: string, port: number): string {
    const { user, password } = this.connection;
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?sslmode=disable`;
  }

  /** The URL of a database without a proxy. */
  directUrl(database: string): string {
    const { user, password, host, port } = this.connection;
    const door = new URLSearchParams({ host, port: String(port) });
    return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${door.toString()}`;
  }

  get postmasterPid(): number {
    return postmasterOf(this.home.cluster);
  }

  /** Kills the postmaster as the OOM killer would; its children end with it. */
  kill(): void {
    process.kill(this.postmasterPid, 'SIGKILL');
  }

  /** Restarts the server and waits until it accepts connections. */
  async restart(): Promise<void> {
    await joinEmbedded(this.dataDir, { settings: SETTINGS });
  }

  /** Restarts it as a hot standby without a primary: read-only until it is promoted. */
  async restartAsStandby(): Promise<void> {
    this.kill();
    writeFileSync(join(this.home.cluster, 'standby.signal'), '');
    await this.restart();
  }

  async promote(): Promise<void> {
    await this.query('postgres', 'select pg_promote()');
  }

  async client(database = 'postgres'): Promise<Client> {
    const client = new Client({ ...this.connection, database, application_name: 'chaos' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async query<Row>(
    database: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const client = await this.client(database);
    try {
      return (await client.query(text, values as unknown[])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** @param from the database to copy, which must have no open connections */
  async createDatabase(name: string, from: string): Promise<void> {
    await this.query('postgres', `drop database if exists ${name} with (force)`);
    await this.query('postgres', `create database ${name} template ${from}`);
  }

  /** Terminates up to `count` connections of nodes, as an administrator would. */
  async terminate(count: number): Promise<number> {
    const rows = await this.query<{ ended: boolean }>(
      'postgres',
      `select pg_terminate_backend(pid) as ended from (
         select pid from pg_stat_activity
         where application_name like 'colloquy:%' order by (state in ('active', 'idle in transaction')) desc, random() limit $1
       ) chosen`,
      [count],
    );
    return rows.filter(({ ended }) => ended).length;
  }

  /** Stops the server and deletes its files; also runs on an abrupt exit. */
  remove(): void {
    if (this.removed) return;
    this.removed = true;
    try {
      this.kill();
    } catch {
      // The server is not running.
    }
    rmSync(this.home.cluster, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
