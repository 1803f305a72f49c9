import { setTimeout as delay } from 'node:timers/promises';
import { createApp } from './app/app.start.js';
import { FirstAdmin } from './auth/identity/first-admin.js';
import { AppConfig } from './config/app-config.js';
import { ConfigFault } from './config/config-fault.js';
import { loadConfig } from './config/environment.js';
import { provideDatabase, type ProvidedDatabase } from './database/provide.js';
import { takeServiceLock } from './database/service-lock.js';
import { Readiness } from './health/readiness.js';
import { databaseFunctions } from './app/database-functions.js';
import { DemoSeed } from './site/demo-seed.js';
import { greeting } from './site/greeting.js';
import { keepTickShape } from './app/tick-shape.js';

/** A stop that takes longer than this is ended from within. */
const STOP_PATIENCE_MS = 10_000;

/** How long a proxy has to see that this node is not ready, before it takes no more connections. */
const ANNOUNCED_MS = 2_000;

/** A start that cannot go on, in one sentence for the operator. */
class StartFault extends Error {}

async function main(): Promise<void> {
  keepTickShape();
  const config = loadConfig();
  const stopping = stopSignal();
  const database = await provideDatabase(config, databaseFunctions);
  try {
    await serve(config, database, stopping);
  } finally {
    await database.leave();
  }
}

async function serve(
  config: AppConfig,
  database: ProvidedDatabase,
  stopping: Promise<void>,
): Promise<void> {
  const release = database.embedded
    ? await takeServiceLock(database.connection)
    : async () => undefined;
  if (!release) {
    throw new StartFault(
      `Another Colloquy is running on ${config.dataDir}; stop it, or set another DATA_DIR.`,
    );
  }
  const app = await createApp(config, database.connection);
  try {
    const admin = await app.get(FirstAdmin).ensure();
    const demo = config.seedDemo ? await app.get(DemoSeed).ensure() : null;
    await app.listen(config.port, config.host);
    console.log(greeting(config, { admin, demo }));
    await stopping;
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
    app.get(Readiness).end();
    if (config.production) await delay(ANNOUNCED_MS);
    await app.close();
  } catch (error) {
    await app.close();
    throw inUse(error, config) ?? error;
  } finally {
    await release();
  }
}

/** Resolves with the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });
}

function inUse(error: unknown, config: AppConfig): StartFault | null {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return null;
  return new StartFault(
    `Port ${config.port} of ${config.host} is taken by another program; set another PORT.`,
  );
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const told = error instanceof StartFault || error instanceof ConfigFault;
  console.error(told ? error.message : error);
  process.exit(1);
}
