import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig, type Connection } from './connection.js';

/** "Colloquy" on the keys of a telephone, and one more: the first number is of the migrations. */
const SERVICE_LOCK = 26_556_880;
/** The server needs a moment to notice that a process which was killed has let go. */
const PATIENCE_MS = 3_000;

/**
 * Makes this process the one service of an embedded database.
 * @returns how to let go, or null when another service holds it
 */
export async function takeServiceLock(
  connection: Connection,
): Promise<(() => Promise<void>) | null> {
  const client = new Client(clientConfig(connection, 'service-lock'));
  client.on('error', () => undefined);
  const release = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    if (await isTaken(client)) return release;
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}

async function isTaken(client: Client): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  do {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [SERVICE_LOCK]);
    if (rows[0].taken) return true;
    await delay(100);
  } while (Date.now() < deadline);
  return false;
}
