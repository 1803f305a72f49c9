import { Client } from 'pg';
import { clientConfig, type Connection, dataSourceOptions } from '../src/database/connection.js';

/** A connected client with the settings of the service's pool, overridden by `settings`. */
export async function sessionClient(
  connection: Connection,
  settings: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const { options } = dataSourceOptions(connection, 1).extra as { options: string };
  const over = Object.entries(settings).map(([key, value]) => ` -c ${key}=${value}`);
  const client = new Client({
    ...clientConfig(connection, 'bench'),
    options: options + over.join(''),
  });
  await client.connect();
  return client;
}
