import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Connection } from '../../src/database/connection.js';

const run = promisify(execFile);

/** Prints the peak memory of the process, in kB, as the last line of the standard error. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  `import { readFileSync, writeSync } from 'node:fs';
   process.on('exit', () => {
     const [, most] = /^VmHWM:\\s+(\\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
     writeSync(2, most + '\\n');
   });`,
)}`;

export interface Ran {
  seconds: number;
  /** MiB of peak resident memory. */
  memory: number;
}

/** Runs a command of the built service on one database. */
export async function command(database: Connection, args: readonly string[]): Promise<Ran> {
  const startedAt = performance.now();
  const { stderr } = await run(
    process.execPath,
    ['--import', TELL_MEMORY, resolve('dist/cli/main.js'), ...args],
    { env: { PATH: process.env.PATH, DATABASE_URL: addressOf(database) } },
  );
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    memory: Number(stderr.trim().split('\n').at(-1)) / 1_024,
  };
}

function addressOf({ user, password, database, host, port }: Connection): string {
  const socket = new URLSearchParams({ host, port: String(port) });
  return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${socket.toString()}`;
}
