import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { ConfigFault } from '../config/config-fault.js';
import { clientConfig, type Connection } from './connection.js';
import { isPassing } from './postgres-errors.js';

/** As long as a start waits for an embedded server; a server may be started at the same time as we. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/**
 * Waits until a given server takes connections, and says so once where it takes a while.
 * @param key names the setting that holds its address
 * @throws ConfigFault when it does not within 30 s, or refuses us for good (a wrong password, no such database)
 */
export async function awaitServer(
  connection: Connection,
  { key = 'DATABASE_URL', patienceMs = PATIENCE_MS, say = sayAside } = {},
): Promise<void> {
  const place = `${connection.host}:${connection.port}`;
  const deadline = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    const fault = await connectOnce(connection);
    if (!fault) return;
    if (!isPassing(fault) || Date.now() >= deadline)
      throw new ConfigFault(
        `Postgres at ${place} cannot be used: ${fault.message || String(fault)}. Check ${key}.`,
        { cause: fault },
      );
    if (attempt === 1) say(`Waiting for Postgres at ${place} ...`);
    await delay(PAUSE_MS);
  }
}

async function connectOnce(connection: Connection): Promise<Error | null> {
  const client = new Client(clientConfig(connection, 'start'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What a command prints is its result; this is not. */
function sayAside(line: string): void {
  process.stderr.write(`${line}\n`);
}
