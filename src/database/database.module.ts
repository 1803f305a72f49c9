import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MetricsModule } from '../metrics/metrics.module.js';
import { type Connection, dataSourceOptions } from './connection.js';
import { Database } from './database.js';
import { Listener } from './listener.js';
import { OwnPools } from './own-pools.js';

/** The size of the pool; each connection uses a backend process of the server. */
const POOL_SIZE = 10;

/** The server was available for the migrations, so a failure now means that it is briefly busy. */
const START_ATTEMPTS = 5;

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(connection: Connection): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        MetricsModule,
        TypeOrmModule.forRoot({
          ...dataSourceOptions(connection, POOL_SIZE),
          autoLoadEntities: true,
          retryAttempts: START_ATTEMPTS,
          retryDelay: 1_000,
        }),
      ],
      providers: [
        Database,
        { provide: Listener, useFactory: () => new Listener(connection) },
        { provide: OwnPools, useFactory: () => new OwnPools(connection) },
      ],
      exports: [Database, Listener, OwnPools],
    };
  }
}
