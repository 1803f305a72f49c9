import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../test/support/free-port.js';

/** The built service as a separate process. */
export interface Service {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to its first answer that it is ready. */
  startedIn: number;
  stop(): Promise<void>;
}

const LOOKED_EACH_MS = 10;
const START_PATIENCE_MS = 5 * 60_000;

/** @throws Error with the service's output, when it ends or is not ready in time */
export async function startService(
  main: string,
  nodeFlags: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Service> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, main], {
    env: { PATH: process.env.PATH, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (output = (output + bytes.toString()).slice(-10_000)));
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The service ended before it was ready:\n${output}`);
    if (performance.now() - startedAt > START_PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`The service does not get ready:\n${output}`);
    }
    await delay(LOOKED_EACH_MS);
  }
  const startedIn = performance.now() - startedAt;
  return {
    url,
    pid: child.pid!,
    startedIn,
    stop: async () => {
      const exit = once(child, 'exit');
      const running = child.exitCode === null && child.signalCode === null;
      if (running && child.kill('SIGTERM')) await exit;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
