import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module.js';
import { EventsModule } from '../events/events.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { UsersModule } from '../users/users.module.js';
import { FailedJobs } from './failed-jobs.js';
import { FailedJobsController } from './failed-jobs.controller.js';
import { HealthController } from './health.controller.js';

/** Data about the service itself, for operators and administrators. */
@Module({
  imports: [ActsModule, EventsModule, JobsModule, UsersModule],
  controllers: [HealthController, FailedJobsController],
  providers: [FailedJobs],
})
export class HealthModule {}
