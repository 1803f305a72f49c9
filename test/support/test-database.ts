import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Connection } from '../../src/database/connection.js';
import { joinEmbedded } from '../../src/database/embedded-postgres.js';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { migrate } from '../../src/database/migrate.js';

/** A separate database for one test file, cloned from the migrated template. */
export interface TestDatabase {
  connection: Connection;
  /** For `DATABASE_URL`. */
  url: string;
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A copy with the same rows, like a restored backup. Nothing else may be connected meanwhile. */
  copy(): Promise<TestDatabase>;
  drop(): Promise<void>;
}

const TEMPLATE = 'colloquy_template';

/** The server's data does not outlive the run, so it need not be durable. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // It may be stored in memory.
  max_wal_size: '128MB',
  // Autovacuum would change plans between two steps. A test of plans runs vacuum itself.
  autovacuum: 'off',
  // Every connection is a process that maps this memory.
  shared_buffers: '32MB',
};

let joined: Promise<Connection> | undefined;

/** Connects once for all files of a worker. */
function joinServer(): Promise<Connection> {
  const dataDir = process.env.TEST_DATA_DIR;
  if (!dataDir)
    throw new Error('There is no test server: this test belongs to the "system" project.');
  return joinEmbedded(dataDir, { database: 'postgres', settings: SETTINGS });
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await (joined ??= joinServer());
  const database = newDatabaseName();
  await cloneTemplate(server, database);
  return openDatabase(server, database);
}

const newDatabaseName = () => `test_${randomBytes(6).toString('hex')}`;

async function openDatabase(server: Connection, database: string): Promise<TestDatabase> {
  const connection = { ...server, database };
  let client = await connect(connection);
  return {
    connection,
    url: databaseUrl(connection),
    query: async <Row>(text: string, values?: unknown[]) =>
      (await client.query(text, values)).rows as Row[],
    copy: async () => {
      const copy = newDatabaseName();
      await client.end();
      await asAdmin(server, (admin) =>
        admin.query(`create database ${copy} template ${database} strategy file_copy`),
      );
      client = await connect(connection);
      return openDatabase(server, copy);
    },
    drop: async () => {
      await client.end();
      await asAdmin(server, (admin) => admin.query(`drop database ${database} with (force)`));
    },
  };
}

async function connect(connection: Connection): Promise<Client> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The `DATABASE_URL` of a connection over a Unix socket. */
export function databaseUrl({ user, password, database, host, port }: Connection): string {
  const socket = new URLSearchParams({ host, port: String(port) });
  return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${socket.toString()}`;
}

/** The first file migrates the template; only one process at a time may clone it. */
async function cloneTemplate(connection: Connection, database: string): Promise<void> {
  await asAdmin(connection, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const ready = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (!ready.rowCount) {
      await client.query(`drop database if exists ${TEMPLATE}_draft`);
      await client.query(`create database ${TEMPLATE}_draft`);
      await migrate({ ...connection, database: `${TEMPLATE}_draft` }, databaseFunctions);
      await client.query(`alter database ${TEMPLATE}_draft rename to ${TEMPLATE}`);
    }
    await client.query(`create database ${database} template ${TEMPLATE} strategy file_copy`);
  });
}

async function asAdmin(
  connection: Connection,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
