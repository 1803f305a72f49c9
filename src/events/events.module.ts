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
import { AgedRowsRepository } from './aged-rows.repository.js';
import { EventSweep } from './event-sweep.js';
import { KeptEventsRepository } from './kept-events.repository.js';
import { Retention } from './retention.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { KeyTurns } from './key-turns.js';
import { LogTail } from './log-tail.js';
import { Rounds } from './rounds.js';
import { PostWakes } from './post-wakes.js';
import { SignalLog, SignalTail } from './signals.js';
import { SignalsRepository } from './signals.repository.js';
import { TurnsRepository } from './turns.repository.js';

@Global()
@Module({
  providers: [
    Acts,
    Announcer,
    EventLog,
    EventLogRepository,
    HeadWatch,
    AgedRowsRepository,
    EventSweep,
    KeptEventsRepository,
    Retention,
    IdempotencyRepository,
    KeyTurns,
    LogTail,
    PostWakes,
    Rounds,
    SignalLog,
    SignalsRepository,
    SignalTail,
    TurnsRepository,
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
    Retention,
    Announcer,
    EventLog,
    EventLogRepository,
    HeadWatch,
    KeyTurns,
    LogTail,
    Rounds,
    SignalLog,
    SignalTail,
    Wire,
  ],
})
export class EventsModule {}
