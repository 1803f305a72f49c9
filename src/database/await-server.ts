import { setTimeout as delay } from 'node:timers/promises';
import { ConfigFault } from '../config/config-fault.js';
import { type Connection, withClient } from './connection.js';
import { isPassing } from './postgres-errors.js';

/**
 * How long a start waits for an embedded server, because both servers may start at the same time.
 */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/** On the standard error, since the standard output of a command is its result. */
const sayAside = (line: string): unknown => process.stderr.write(`${line}\n`);

/**
 * Waits until the given server accepts connections, and logs once if that takes a while.
 * @param key the name of the setting with its address
 * @throws ConfigFault when it does not within 30 s, or refuses permanently (a wrong password, no
 * such database)
 */
export async function awaitServer(
  connection: Connection,
  { key = 'DATABASE_URL', patienceMs = PATIENCE_MS, say = sayAside } = {},
): Promise<void> {
  const place = `${connection.host}:${connection.port}`;
  const waits = () => say(`Waiting for Postgres at ${place} ...`);
  try {
    await retryWhileUnavailable(() => withClient(connection, 'start', async () => undefined), {
      patienceMs,
      waits,
    });
  } catch (error) {
    const fault = error as Error;
    throw new ConfigFault(
      `Postgres at ${place} cannot be used: ${fault.message || String(fault)}. Check ${key}.`,
      { cause: fault },
    );
  }
}

/**
 * Runs a step of a start, and retries it while the server is away or slow: even a server that
 * answers may be slow for the next connection.
 * @param waits is called once, before the second attempt
 * @throws the error of the last attempt
 */
export async function retryWhileUnavailable<Result>(
  step: () => Promise<Result>,
  { patienceMs = PATIENCE_MS, waits }: { patienceMs?: number; waits?: () => unknown } = {},
): Promise<Result> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (!isPassing(error) || Date.now() >= deadline) throw error;
    }
    if (attempt === 1) waits?.();
    await delay(PAUSE_MS);
  }
}
