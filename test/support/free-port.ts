import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that systems assign to connections and to port 0 (Linux from 32768, others from
 * 49152): such a port may be taken before its server starts. Above 10080, the last port that
 * browsers refuse.
 */
const FIRST = 11_000;
const BEHIND = 32_000;
const MAX_TRIES = 100;

const given = new Set<number>();

/** A port of 127.0.0.1 for a server that starts soon; each port is returned only once. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const port = randomInt(FIRST, BEHIND);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`None of ${MAX_TRIES} ports from ${FIRST} to ${BEHIND - 1} is free.`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
