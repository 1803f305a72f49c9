import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Client } from 'pg';
import { createApp } from '../../src/app/app.setup.js';
import { parseConfig } from '../../src/config/app-config.js';
import { Database, type Statement } from '../../src/database/database.js';
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { Retention } from '../../src/events/retention-job.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { sessionClient } from '../session-client.js';

/** Runs in this process, so that the service's own timers sweep and each statement is timed. */
export interface Trial {
  client: Client;
  /** Milliseconds of every sweep statement since the last call, by its name. */
  takeTimes(): Map<string, number[]>;
  /** The number of failed sweep rounds. */
  countFailures(): Promise<number>;
  /** Milliseconds of single-row writes in the same time, which show delays of machine and disk. */
  takePulse(): number[];
  close(): Promise<void>;
}

const PULSE_MS = 20;

/** One round for each simulated hour; the default is four a day. */
const ROUNDS_A_DAY = 24;

export async function openTrial(dataDir: string, secondsADay: number): Promise<Trial> {
  // A day of seconds needs vacuum as often as a real day.
  const server = await startEmbedded(dataDir, { settings: { autovacuum_naptime: '1s' } });
  await migrate(server.connection, databaseFunctions);
  const app = await openApp(server, dataDir, secondsADay);
  const times = timeSweeps(app.get(Database));
  const client = await sessionClient(server.connection, { statement_timeout: '0' });
  const watcher = await sessionClient(server.connection);
  await watcher.query('create table pulse as select 0 as beats');
  let pulse: number[] = [];
  const beat = setInterval(() => {
    const startedAt = performance.now();
    watcher.query('update pulse set beats = beats + 1').then(
      () => pulse.push(performance.now() - startedAt),
      () => undefined,
    );
  }, PULSE_MS);
  return {
    client,
    takeTimes: () => {
      const taken = new Map(times);
      times.clear();
      return taken;
    },
    countFailures: async () => {
      const text = await (await fetch(`${await app.getUrl()}/metrics`)).text();
      const found = /^colloquy_round_failures_total\{round="retention"\} (\d+)$/m.exec(text);
      return Number(found![1]);
    },
    takePulse: () => {
      const taken = pulse;
      pulse = [];
      return taken;
    },
    close: async () => {
      clearInterval(beat);
      await watcher.end();
      await client.end();
      await app.close();
      await server.stop();
    },
  };
}

async function openApp(
  { connection }: EmbeddedServer,
  dataDir: string,
  secondsADay: number,
): Promise<NestFastifyApplication> {
  const config = parseConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const app = await createApp(config, connection);
  app.get(Rounds).periods.set('retention', (secondsADay * 1_000) / ROUNDS_A_DAY);
  app.get(Retention).secondsADay = secondsADay;
  await app.listen(0, '127.0.0.1');
  return app;
}

/** Includes the wait for a connection. */
function timeSweeps(database: Database): Map<string, number[]> {
  const times = new Map<string, number[]>();
  const time =
    (run: (statement: Statement) => Promise<unknown[]>) => async (statement: Statement) => {
      const startedAt = performance.now();
      try {
        return await run(statement);
      } finally {
        const { name } = statement;
        if (name?.startsWith('sweep_')) {
          const took = performance.now() - startedAt;
          const ofName = times.get(name);
          if (ofName) ofName.push(took);
          else times.set(name, [took]);
        }
      }
    };
  Object.assign(database, {
    query: time(database.query.bind(database)),
    execute: time(database.execute.bind(database)),
  });
  return times;
}
