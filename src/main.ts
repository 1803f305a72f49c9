import { databaseFunctions } from './app/database-functions.js';
import { keepTickShape } from './app/next-tick-shape.js';
import { loadConfig } from './config/app-config.js';
import { ConfigFault } from './config/config-fault.js';
import { provideDatabase } from './database/open-database.js';

async function main(): Promise<void> {
  keepTickShape();
  const config = loadConfig();
  const stopping = stopSignal();
  // The rooms are loaded while Postgres starts.
  const [database, { serve }] = await Promise.all([
    provideDatabase(config, databaseFunctions),
    import('./app/serve.js'),
  ]);
  try {
    await serve(config, database, stopping);
  } finally {
    await database.leave();
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

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof ConfigFault ? error.message : error);
  process.exit(1);
}
