import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { retryWhileUnavailable } from './await-server.js';
import { type EmbeddedServerHome, embeddedServerHome } from './embedded-server-home.js';
import { APPLICATION_NAME, type Connection, withClient } from './connection.js';
import { KeptClient } from './kept-client.js';

const run = promisify(execFile);

/** How long a start waits for a server that recovers or shuts down. */
const START_PATIENCE_MS = 30_000;
/** There is no TCP; the number only names the socket file. */
const SOCKET_PORT = 5432;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  shared_buffers: '256MB',
  max_connections: '120',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  log_min_messages: 'warning',
};

export interface EmbeddedServer {
  connection: Connection;
  /** Releases the server; the last process of the service stops it. */
  stop: () => Promise<void>;
}

interface Options {
  database?: string;
  settings?: Record<string, string>;
}

/** Uses the embedded Postgres of a data directory for as long as this process lives. */
export async function startEmbedded(
  dataDir: string,
  options: Options = {},
): Promise<EmbeddedServer> {
  const connection = await joinEmbedded(dataDir, options);
  // This connection shows other processes that the server is in use, and its loss reports that the
  // server died.
  const watch = new KeptClient(connection, 'watch', {
    revive: () => joinEmbedded(dataDir, options),
  });
  await retryWhileUnavailable(() => watch.open());
  return {
    connection,
    stop: async () => {
      await watch.close();
      if (!(await othersConnected(connection))) await stopServer(embeddedServerHome(dataDir));
    },
  };
}

/**
 * Starts the embedded Postgres of a data directory, or uses a running one. A cluster is created by
 * one rename, so an interrupted start leaves no partial cluster.
 */
export async function joinEmbedded(
  dataDir: string,
  { database = 'colloquy', settings = {} }: Options = {},
): Promise<Connection> {
  const home = embeddedServerHome(dataDir);
  if (!fs.existsSync(join(home.cluster, 'PG_VERSION'))) await createCluster(home);
  const connection: Connection = {
    host: home.socketDir,
    port: SOCKET_PORT,
    user: 'postgres',
    password: fs.readFileSync(join(home.cluster, PASSWORD_FILE), 'utf8'),
    database,
  };
  await ensureRunning(home, connection, { ...SETTINGS, ...settings });
  await retryWhileUnavailable(() => ensureDatabase(connection));
  return connection;
}

/** The server's password, inside the cluster so that one rename brings both. */
const PASSWORD_FILE = 'colloquy-password';

async function createCluster(home: EmbeddedServerHome): Promise<void> {
  const draft = `${home.cluster}.new-${process.pid}`;
  const handover = join(home.socketDir, `password-${process.pid}`);
  const own = (path: string) => {
    if (home.user.uid !== undefined) fs.chownSync(path, home.user.uid, home.user.gid!);
  };
  try {
    const password = randomBytes(24).toString('base64url');
    fs.mkdirSync(draft, { mode: 0o700 });
    fs.writeFileSync(handover, password, { mode: 0o600 });
    own(draft);
    own(handover);
    await pg(home, 'initdb', [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${handover}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
    fs.writeFileSync(join(draft, PASSWORD_FILE), password, { mode: 0o600 });
    own(join(draft, PASSWORD_FILE));
    fs.renameSync(draft, home.cluster);
  } catch (error) {
    const madeByAnother = fs.existsSync(join(home.cluster, 'PG_VERSION'));
    if (!madeByAnother) throw error;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
    fs.rmSync(handover, { force: true });
  }
}

async function ensureRunning(
  home: EmbeddedServerHome,
  connection: Connection,
  settings: Record<string, string>,
): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let lastFault: unknown;
  while (Date.now() < deadline) {
    try {
      await onServer(connection, (client) => client.query('select 1'));
      return;
    } catch (error) {
      lastFault = error;
      if (isStartable(error)) await tryStart(home, settings);
      await delay(100);
    }
  }
  throw new Error(`The embedded Postgres in ${home.cluster} did not start; see ${home.logFile}.`, {
    cause: lastFault,
  });
}

/** Whether no server answers at the socket. One that starts up or shuts down does answer. */
function isStartable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET';
}

async function tryStart(home: EmbeddedServerHome, settings: Record<string, string>): Promise<void> {
  const all = { ...settings, unix_socket_directories: home.socketDir, port: String(SOCKET_PORT) };
  const options = Object.entries(all).map(([key, value]) => `-c ${key}=${shellQuoted(value)}`);
  try {
    // pg_ctl does not wait here: recovery after a crash may take longer than its timeout.
    const how = ['-W', '-l', home.logFile, '-o', options.join(' ')];
    await pg(home, 'pg_ctl', ['start', '-D', home.cluster, '-s', ...how]);
  } catch {
    // Another start was faster, or the old server is still stopping, so check again.
  }
}

/** `pg_ctl` passes the options to a shell. */
function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

async function stopServer(home: EmbeddedServerHome): Promise<void> {
  const how = ['-m', 'fast', '-w', '-t', '30'];
  await pg(home, 'pg_ctl', ['stop', '-D', home.cluster, '-s', ...how]).catch(() => undefined);
}

async function pg(
  home: EmbeddedServerHome,
  binary: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<void> {
  await run(home.binaries[binary], args, {
    ...home.user,
    cwd: '/',
    // Messages in English, and none of the caller's `PG*` variables; nothing else is needed.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', PGTZ: 'UTC' },
    timeout: 60_000,
  });
}

async function ensureDatabase(connection: Connection): Promise<void> {
  await onServer(connection, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [
      connection.database,
    ]);
    if (found.rowCount) return;
    await client
      .query(`create database ${client.escapeIdentifier(connection.database)}`)
      .catch((error: { code?: string }) => {
        const madeByAnother = error.code === '42P04' || error.code === '23505';
        if (!madeByAnother) throw error;
      });
  });
}

/** Works on the database that every server has. */
function onServer<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient({ ...connection, database: 'postgres' }, 'embedded', work);
}

function othersConnected(connection: Connection): Promise<boolean> {
  return onServer(connection, async (client) => {
    const others = await client.query(
      'select 1 from pg_stat_activity where application_name like $1 and application_name not like $2 limit 1',
      [`${APPLICATION_NAME}:%`, `${APPLICATION_NAME}:${process.pid}:%`],
    );
    return Boolean(others.rowCount);
  }).catch(() => false);
}
