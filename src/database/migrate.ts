import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ConfigFault } from '../config/config-fault.js';
import { carryOver } from './carry-over.js';
import { clientConfig, type Connection, dataSourceOptions } from './connection.js';
import type { DatabaseFunction } from './functions.js';
import { installFunctions } from './install-functions.js';
import { migrations } from './migrations/index.js';
import { isForbidden } from './postgres-errors.js';

/** Any number that nothing else locks: "colloquy" as letters of a telephone. */
const MIGRATION_LOCK = 26_556_879;

/**
 * Brings the schema up to date, and the functions and triggers of this build. Many nodes may call it at once:
 * one migrates, the others wait.
 * @param connection of the owner of the schema; where nothing is to be done, any role does
 * @throws ConfigFault when something is to be done, and the role may not do it
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
    await carryOver(guard);
    await runMigrations(connection);
    await installFunctions(guard, functions);
  } catch (error) {
    throw isForbidden(error) ? new NotTheOwner(connection.user, error as Error) : error;
  } finally {
    // Ending the session releases the lock.
    await guard.end().catch(() => undefined);
  }
}

class NotTheOwner extends ConfigFault {
  constructor(role: string, cause: Error) {
    super(
      `This build must bring the database up to date, which the role "${role}" may not do (${cause.message}): ` +
        'set DATABASE_MIGRATE_URL to the address of the owner of the schema, or start one node as the owner first.',
      { cause },
    );
  }
}

async function runMigrations(connection: Connection): Promise<void> {
  const dataSource = new DataSource({
    ...dataSourceOptions(connection, 1),
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    // The default logger prints a migration that fails. The start prints the error as well.
    logger: 'debug',
    extra: { host: connection.host, options: '-c lock_timeout=5s -c statement_timeout=0' },
  } as ConstructorParameters<typeof DataSource>[0]);
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
