import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** The built service as a separate process. */
export interface Service {
  url: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Resolves with the exit code, or the signal that ended it. */
  stop(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** Shorter than a test's timeout, so that the error has the output of the service. */
const START_PATIENCE_MS = 90_000;

/** Starts `dist/main.js` and waits until it is ready; on failure the error has its output. */
export async function startService(env: Record<string, string>): Promise<Service> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [resolve('dist/main.js')], {
    env: { PATH: process.env.PATH, ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close');
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + START_PATIENCE_MS;
  while (!output.includes('is running at') || !(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      // The last output may still be in transit.
      await closed;
      throw new Error(`The service ended with ${child.exitCode}: ${output}`);
    }
    if (Date.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`The service does not get ready: ${output}`);
    }
    await delay(50);
  }
  return {
    url,
    process: child,
    output: () => output,
    stop: async (signal) => {
      const exit = once(child, 'exit');
      // A child that has ended gets no signal and emits no `exit`.
      if (child.kill(signal)) await exit;
      return child.exitCode ?? child.signalCode!;
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
