import type { AppConfig } from '../config/app-config.js';
import { awaitServer, retryWhileUnavailable } from './await-server.js';
import { type Connection, parseConnection } from './connection.js';
import { startEmbedded } from './embedded-postgres.js';
import type { DatabaseFunction } from './functions.js';
import { migrate } from './migrate.js';

export interface ProvidedDatabase {
  connection: Connection;
  embedded: boolean;
  /** Releases the database; an embedded server stops with the last process that uses it. */
  leave(): Promise<void>;
}

/** The migrated database that the configuration names: a given server, or the embedded one. */
export async function provideDatabase(
  { databaseUrl, databaseMigrateUrl, dataDir }: AppConfig,
  functions: readonly DatabaseFunction[],
): Promise<ProvidedDatabase> {
  if (databaseUrl) {
    const connection = parseConnection(databaseUrl);
    await awaitServer(connection);
    const owner = databaseMigrateUrl ? parseConnection(databaseMigrateUrl) : connection;
    if (databaseMigrateUrl) await awaitServer(owner, { key: 'DATABASE_MIGRATE_URL' });
    await retryWhileUnavailable(() => migrate(owner, functions));
    return { connection, embedded: false, leave: async () => undefined };
  }
  const { connection, stop: leave } = await startEmbedded(dataDir);
  try {
    await retryWhileUnavailable(() => migrate(connection, functions));
  } catch (error) {
    await leave();
    throw error;
  }
  return { connection, embedded: true, leave };
}
