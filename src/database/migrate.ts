import { DataSource } from 'typeorm';
import { ConfigFault } from '../config/config-fault.js';
import { carryOver } from './upgrade-from-0-1.js';
import { type Connection, dataSourceOptions, withClient } from './connection.js';
import type { DatabaseFunction } from './functions.js';
import { installFunctions } from './install-functions.js';
import { installQueue } from './install-queue.js';
import { migrations } from './migrations/index.js';
import { keepOwnerPrivileges } from './owner-privileges.js';
import { isForbidden } from './postgres-errors.js';

/** An arbitrary number that nothing else locks: "colloquy" on a telephone keypad. */
const MIGRATION_LOCK = 26_556_879;

/** The newest migration of this build, by its name in the table of migrations. */
export const NEWEST_MIGRATION = Math.max(...migrations.map(({ name }) => Number(name.slice(-13))));

/**
 * Updates the schema, the queue of jobs, the functions and triggers of this build, and the
 * privileges of other roles. Many nodes may call it at once: one migrates, the others wait.
 * @param connection of the owner of the schema; any role suffices if all is up to date
 * @throws ConfigFault if a change is needed, and the role lacks the privileges
 */
export async function migrate(
  connection: Connection,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  try {
    // The end of the session releases the lock.
    await withClient(connection, 'migration', async (guard) => {
      await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await carryOver(guard);
      await runMigrations(connection);
      await installQueue(connection, guard);
      await installFunctions(guard, functions);
      await keepOwnerPrivileges(guard);
    });
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw new ConfigFault(
      `This build must bring the database up to date, which the role "${connection.user}" may not do (${(error as Error).message}): ` +
        'set DATABASE_MIGRATE_URL to the address of the owner of the schema, or start one node as the owner first.',
      { cause: error },
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
