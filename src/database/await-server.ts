import { setTimeout as delay } from 'node:timers/promises';
import { ConfigFault } from '../config/config-fault.js';
import { type Connection, withClient } from './connection.js';
import { isPassing } from './postgres-errors.js';

/** As long as a start waits for an embedded server, since both servers may start at the same time. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/** On the standard error, since the standard output of a command is its result. */
const sayAside = (line: string): unknown => process.stderr.write(`${line}\n`);

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
    try {
      return await withClient(connection, 'start', async () => undefined);
    } catch (error) {
      const fault = error as Error;
      if (!isPassing(fault) || Date.now() >= deadline)
        throw new ConfigFault(
          `Postgres at ${place} cannot be used: ${fault.message || String(fault)}. Check ${key}.`,
          { cause: fault },
        );
    }
    if (attempt === 1) say(`Waiting for Postgres at ${place} ...`);
    await delay(PAUSE_MS);
  }
}
