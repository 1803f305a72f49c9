import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { clientConfig, type Connection, dataSourceOptions } from './connection.js';
import type { DatabaseFunction } from './functions.js';
import { installFunctions } from './install-functions.js';
import { migrations } from './migrations/index.js';

/** Any number that nothing else locks: "colloquy" as letters of a telephone. */
const MIGRATION_LOCK = 26_556_879;

/**
 * Brings the schema up to date, and the functions that this build calls. Many nodes may call it at once:
 * one migrates, the others wait.
 */
export async function migrate(
  connection: Connection,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  const guard = new Client(clientConfig(connection, 'migration'));
  guard.on('error', () => undefined);
  try {
    await guard.connect();
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(connection);
    await installFunctions(guard, functions);
  } finally {
    // Ending the session lets go of the lock.
    await guard.end().catch(() => undefined);
  }
}

async function runMigrations(connection: Connection): Promise<void> {
  const dataSource = new DataSource({
    ...dataSourceOptions(connection, 1),
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    extra: { host: connection.host, options: '-c lock_timeout=5s -c statement_timeout=0' },
  } as ConstructorParameters<typeof DataSource>[0]);
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
