import { setTimeout as delay } from 'node:timers/promises';
import { closeClient, type Connection, openClient } from './connection.js';

/** "Colloquy" on a telephone keypad, plus one: the number itself is the lock of the migrations. */
const SERVICE_LOCK = 26_556_880;
/** The server needs a moment to notice the end of a process that was killed. */
const PATIENCE_MS = 3_000;

/**
 * Makes this process the only service of an embedded database.
 * @returns a function that releases the lock; null when another service has it
 */
export async function takeServiceLock(
  connection: Connection,
): Promise<(() => Promise<void>) | null> {
  const client = await openClient(connection, 'service-lock');
  const deadline = Date.now() + PATIENCE_MS;
  do {
    const taken = await client.query('select 1 where pg_try_advisory_lock($1)', [SERVICE_LOCK]);
    if (taken.rowCount) return () => closeClient(client);
    await delay(100);
  } while (Date.now() < deadline);
  await closeClient(client);
  return null;
}
