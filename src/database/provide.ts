import type { AppConfig } from '../config/app-config.js';
import { awaitServer } from './await-server.js';
import { type Connection, parseConnection } from './connection.js';
import { startEmbedded } from './embedded-postgres.js';
import type { DatabaseFunction } from './functions.js';
import { migrate } from './migrate.js';

export interface ProvidedDatabase {
  connection: Connection;
  /** What may change the schema. */
  owner: Connection;
  embedded: boolean;
  /** Leaves the server as it was found: an embedded one stops with the last that uses it. */
  leave(): Promise<void>;
}

/** The migrated database that the configuration names: a given server, or the embedded one. */
export async function provideDatabase(
  config: AppConfig,
  functions: readonly DatabaseFunction[],
): Promise<ProvidedDatabase> {
  const provided = config.databaseUrl
    ? await given(config.databaseUrl, config.databaseMigrateUrl)
    : await embedded(config.dataDir);
  try {
    await migrate(provided.owner, functions);
  } catch (error) {
    await provided.leave();
    throw error;
  }
  return provided;
}

async function given(databaseUrl: string, migrateUrl: string | null): Promise<ProvidedDatabase> {
  const connection = parseConnection(databaseUrl);
  await awaitServer(connection);
  const owner = parseConnection(migrateUrl ?? databaseUrl);
  if (migrateUrl) await awaitServer(owner, { key: 'DATABASE_MIGRATE_URL' });
  return { connection, owner, embedded: false, leave: async () => undefined };
}

async function embedded(dataDir: string): Promise<ProvidedDatabase> {
  const server = await startEmbedded(dataDir);
  const { connection } = server;
  return { connection, owner: connection, embedded: true, leave: () => server.stop() };
}
