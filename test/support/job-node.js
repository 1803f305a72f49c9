import { createApp } from '../../build/app/app.setup.js';
import { parseConfig } from '../../build/config/app-config.js';
import { parseConnection } from '../../build/database/connection.js';
import { Tasks } from '../../build/jobs/tasks.js';
import { Rounds } from '../../build/nodes/background-rounds.js';

/**
 * A node of the built service, as a process that can be killed. Its task `held` says that it runs, and never ends.
 * DATABASE_URL, DATA_DIR, AUTH_SECRET and BEAT_MS come with the environment.
 */
const config = parseConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'error' });
const app = await createApp(config, parseConnection(process.env.DATABASE_URL));
app.get(Rounds).periods.set('job-workers', Number(process.env.BEAT_MS));
app.get(Tasks).handle('held', async ({ id }, { attempt }) => {
  process.stdout.write(`holds ${id}, attempt ${attempt}\n`);
  await new Promise(() => undefined);
});
await app.listen(0, '127.0.0.1');
