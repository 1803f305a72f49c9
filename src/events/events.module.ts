import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { PostgresWire } from './postgres-wire.js';
import { RedisWire } from './redis-wire.js';
import { Wire } from './wire.js';
import { Acts } from './acts.js';
import { Announcer } from './announcer.js';
import { EventLog } from './event-log.js';
import { EventLogRepository } from './event-log.repository.js';
import { HeadWatch } from './head-watch.js';
import { Housekeeping } from './housekeeping.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { KeyTurns } from './key-turns.js';
import { LogTail } from './log-tail.js';
import { PostWakes } from './post-wakes.js';
import { SignalLog, SignalTail } from './signals.js';
import { SignalsRepository } from './signals.repository.js';

@Global()
@Module({
  providers: [
    Acts,
    Announcer,
    EventLog,
    EventLogRepository,
    HeadWatch,
    Housekeeping,
    IdempotencyRepository,
    KeyTurns,
    LogTail,
    PostWakes,
    SignalLog,
    SignalsRepository,
    SignalTail,
    PostgresWire,
    {
      provide: Wire,
      useFactory: ({ redisUrl }: AppConfig, postgres: PostgresWire) =>
        redisUrl ? new RedisWire(redisUrl) : postgres,
      inject: [AppConfig, PostgresWire],
    },
  ],
  exports: [
    Acts,
    Housekeeping,
    Announcer,
    EventLog,
    EventLogRepository,
    HeadWatch,
    KeyTurns,
    LogTail,
    SignalLog,
    SignalTail,
    Wire,
  ],
})
export class EventsModule {}
