import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '../config/app-config.js';
import { ConfigModule } from '../config/config.module.js';
import { databaseFunctions } from '../app/database-functions.js';
import { DatabaseModule } from '../database/database.module.js';
import { provideDatabase } from '../database/open-database.js';
import { EventsModule } from '../events/events.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { serviceLogger } from '../app/logger.js';

@Module({})
class CommandModule {}

/** Runs a command with the providers of one room, on the database that the environment names. */
export async function withContext<T>(
  room: Type,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const database = await provideDatabase(config, databaseFunctions);
  try {
    const imports = [
      ConfigModule.forRoot(config),
      DatabaseModule.forRoot(database.connection),
      EventsModule,
      JobsModule,
      room,
    ];
    const context = await NestFactory.createApplicationContext(
      { module: CommandModule, imports },
      { logger: serviceLogger('warn'), abortOnError: false },
    );
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  } finally {
    await database.leave();
  }
}
