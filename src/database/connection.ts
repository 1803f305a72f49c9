import pg, { Client, type ClientConfig, Pool } from 'pg';
import type { DataSourceOptions } from 'typeorm';

/** The address of a database: a URL, or the directory of its Unix socket. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** The TLS options for the driver; absent for sockets and `sslmode=disable`. */
  ssl?: ClientConfig['ssl'];
}

/**
 * Our connections have the product and the process in their name, so that the last process that
 * leaves the embedded server can detect that it is the last.
 */
export const APPLICATION_NAME = 'colloquy';
const PROCESS_NAME = `${APPLICATION_NAME}:${process.pid}`;

/**
 * Settings of every session. Generic plans, since the hot statements are prepared once, and custom
 * plans of a keyset page have walked the primary key (p99 196 ms against 0.6 ms).
 */
const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '15s',
  timezone: 'UTC',
};

/**
 * Parses a `postgres://` URL; an `options` parameter in it is dropped, because it would override
 * the service's own.
 */
export function parseConnection(databaseUrl: string): Connection {
  const url = new URL(databaseUrl);
  const socket = url.searchParams.get('host');
  const sslmode = url.searchParams.get('sslmode') ?? 'prefer';
  return {
    host: socket ?? decodeURIComponent(url.hostname || 'localhost'),
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    user: decodeURIComponent(url.username || 'postgres'),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(['require', 'verify-ca', 'verify-full'].includes(sslmode)
      ? { ssl: { rejectUnauthorized: sslmode !== 'require' } }
      : {}),
  };
}

/** Options of a single client, for work that must not wait for the pool. */
export function clientConfig(connection: Connection, purpose: string): ClientConfig {
  return {
    ...connection,
    application_name: `${PROCESS_NAME}:${purpose}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
}

/** A connected client. Only its event `end` reports that the connection was lost. */
export async function openClient(connection: Connection, purpose: string): Promise<Client> {
  const client = new Client(clientConfig(connection, purpose));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await closeClient(client);
    throw error;
  }
}

/** Closes the session, which releases its locks. */
export async function closeClient(client: Client | null): Promise<void> {
  await client?.end().catch(() => undefined);
}

export async function withClient<T>(
  connection: Connection,
  purpose: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await openClient(connection, purpose);
  try {
    return await work(client);
  } finally {
    await closeClient(client);
  }
}

/**
 * A connection of the pool. The pool listens for its errors only while it is idle, and TypeORM uses
 * some without listening. An unhandled error, when the server ends such a connection, would end the
 * process.
 */
class PooledClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The settings of the connections of every pool. */
const POOL_SETTINGS = {
  Client: PooledClient,
  keepAlive: true,
  idleTimeoutMillis: 30_000,
  // Longer than `statement_timeout`: a server that has not even reported that timeout is dead, and
  // the network may take 15 minutes to notice.
  query_timeout: 12_000,
  options: Object.entries(SESSION_SETTINGS)
    .map(([key, value]) => `-c ${key}=${value}`)
    .join(' '),
};

/**
 * A small pool beside that of the service, for a library that needs one. The caller must end it.
 */
export function openPool(connection: Connection, purpose: string, max: number): Pool {
  const pool = new Pool({ ...clientConfig(connection, purpose), ...POOL_SETTINGS, max });
  pool.on('error', () => undefined);
  return pool;
}

/** Options of the data source: the pool of the service or of a command. */
export function dataSourceOptions(connection: Connection, poolSize: number): DataSourceOptions {
  const { user: username, ssl, ...place } = connection;
  return {
    type: 'postgres',
    // Otherwise TypeORM looks for it in `node_modules`, where it is another one than the bundle's.
    driver: pg,
    ...place,
    username,
    ssl: ssl as boolean | undefined,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    parseInt8: true,
    applicationName: `${PROCESS_NAME}:pool`,
    poolSize,
    poolErrorHandler: () => undefined,
    extra: {
      ...POOL_SETTINGS,
      host: place.host,
      // A request that cannot get a connection in this time is better answered with 503.
      connectionTimeoutMillis: 2_000,
    },
  };
}
