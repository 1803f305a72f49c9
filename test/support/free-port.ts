import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that a system gives to connections and to servers that take any (Linux from 32768,
 * others from 49152): such a one may be gone again before the server is there that it is for.
 * Above 10080, the last that browsers refuse to open.
 */
const FIRST = 11_000;
const BEHIND = 32_000;
const MAX_TRIES = 100;

const given = new Set<number>();

/** A port of 127.0.0.1 for a server that starts soon; never the same one twice. */
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
