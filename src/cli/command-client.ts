import type { Client } from 'pg';
import { databaseFunctions } from '../app/database-functions.js';
import type { AppConfig } from '../config/app-config.js';
import { type Connection, parseConnection, withClient } from '../database/connection.js';
import { provideDatabase } from '../database/open-database.js';

/** Runs a command that moves many rows on one connection, without the rest of the service. */
export async function withCommandClient<T>(
  config: AppConfig,
  purpose: string,
  work: (client: Client) => Promise<T>,
  choose: (connection: Connection) => Connection = (connection) => connection,
): Promise<T> {
  const database = await provideDatabase(config, databaseFunctions);
  try {
    return await withClient(choose(database.connection), purpose, work);
  } finally {
    await database.leave();
  }
}

/** The same, as the owner of the tables. */
export function withOwnerClient<T>(
  config: AppConfig,
  purpose: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { databaseMigrateUrl } = config;
  return withCommandClient(config, purpose, work, (connection) =>
    databaseMigrateUrl ? parseConnection(databaseMigrateUrl) : connection,
  );
}
