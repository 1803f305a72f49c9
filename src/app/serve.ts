import { setTimeout as delay } from 'node:timers/promises';
import { FirstAdmin } from '../auth/identity/first-admin.js';
import type { AppConfig } from '../config/app-config.js';
import { ConfigFault } from '../config/config-fault.js';
import { retryWhileUnavailable } from '../database/await-server.js';
import type { ProvidedDatabase } from '../database/open-database.js';
import { takeServiceLock } from '../database/service-lock.js';
import { HealthController } from '../health/health.controller.js';
import { ErasureReplay } from '../privacy/erasure-replay.js';
import { DemoSeed } from '../site/demo-seed.js';
import { adminLines, startupMessage } from '../site/startup-message.js';
import { createApp } from './app.setup.js';

/** A process that takes longer than this to stop ends itself. */
const STOP_PATIENCE_MS = 10_000;

/**
 * How long a proxy has to notice that this node is not ready, before it accepts no more
 * connections.
 */
const ANNOUNCED_MS = 2_000;

/**
 * Serves until it gets a signal to stop, and finishes the requests in flight.
 * @throws ConfigFault when it cannot start
 */
export async function serve(
  config: AppConfig,
  { connection, embedded }: ProvidedDatabase,
  stopping: Promise<void>,
): Promise<void> {
  const release = embedded
    ? await retryWhileUnavailable(() => takeServiceLock(connection))
    : async () => undefined;
  if (!release) {
    throw new ConfigFault(
      `Another Colloquy is running on ${config.dataDir}; stop it, or set another DATA_DIR.`,
    );
  }
  const app = await createApp(config, connection);
  try {
    await app.get(ErasureReplay, { strict: false }).ensure();
    const admin = await app.get(FirstAdmin).ensure();
    const demo = config.seedDemo ? await app.get(DemoSeed).ensure() : null;
    await app.listen(config.port, config.host).catch((error: unknown) => {
      // The account exists, even if this start fails.
      process.stdout.write(
        adminLines(admin)
          .map((line) => `${line}\n`)
          .join(''),
      );
      throw error;
    });
    process.stdout.write(`${startupMessage(config, { admin, demo })}\n`);
    await stopping;
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
    app.get(HealthController).end();
    if (config.production) await delay(ANNOUNCED_MS);
    await app.close();
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigFault(
      `Port ${config.port} of ${config.host} is taken by another program; set another PORT.`,
    );
  } finally {
    await release();
  }
}
