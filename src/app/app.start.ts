import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { createAdapter, setUpApp } from './app.setup.js';
import { CachedPageResponder } from '../comments/thread/cached-page-responder.js';
import type { AppConfig } from '../config/app-config.js';
import type { Connection } from '../database/connection.js';
import { serviceLogger } from './logger.js';

/** Makes the application on a migrated database; the caller lets it listen. */
export async function createApp(
  config: AppConfig,
  connection: Connection,
): Promise<NestFastifyApplication> {
  let front: CachedPageResponder | null = null;
  const adapter = createAdapter(config, {
    answer: (request, response, pass) => (front ? front.answer(request, response, pass) : pass()),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, connection),
    adapter,
    { bodyParser: false, abortOnError: false, logger: serviceLogger(config.logLevel) },
  );
  await setUpApp(app);
  front = app.get(CachedPageResponder, { strict: false });
  return app;
}
