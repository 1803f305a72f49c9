import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Stops the run's server, if a test started one, and leaves nothing behind. */
export default async function globalTeardown() {
  const dataDir = process.env.TEST_DATA_DIR;
  const link = join(dataDir, 'postgres');
  if (existsSync(link)) {
    const cluster = realpathSync(link);
    const pidFile = join(cluster, 'postmaster.pid');
    if (existsSync(pidFile))
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
    while (existsSync(pidFile)) await delay(20);
    if (dirname(cluster) !== dataDir) rmSync(dirname(cluster), { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}
