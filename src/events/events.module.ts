import { Global, Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module.js';
import { NodesModule } from '../nodes/nodes.module.js';
import { AgedRowsRepository } from './aged-rows.repository.js';
import { EventLog } from './event-log.js';
import { EventLogRepository } from './event-log.repository.js';
import { EventSweep } from './event-sweep.js';
import { PageFreshness } from './page-freshness.js';
import { KeptEventsRepository } from './kept-events.repository.js';
import { LogTail } from './log-tail.js';
import { Retention } from './retention-job.js';
import { SignalTail } from './signal-tail.js';
import { SignalLog } from './signal-log.repository.js';

@Global()
@Module({
  imports: [NodesModule, ActsModule],
  providers: [
    AgedRowsRepository,
    EventLog,
    EventLogRepository,
    EventSweep,
    PageFreshness,
    KeptEventsRepository,
    LogTail,
    Retention,
    SignalLog,
    SignalTail,
  ],
  exports: [EventLog, EventLogRepository, PageFreshness, LogTail, Retention, SignalLog, SignalTail],
})
export class EventsModule {}
