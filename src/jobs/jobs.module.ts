import { Global, Module } from '@nestjs/common';
import { NodesModule } from '../nodes/nodes.module.js';
import { FailedJobsRepository } from './failed-jobs.repository.js';
import { JobRuns } from './job-runs.js';
import { JobWorker } from './job-worker.js';
import { JobWorkersRepository } from './job-workers.repository.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';
import { Tasks } from './tasks.js';

@Global()
@Module({
  imports: [NodesModule],
  providers: [
    FailedJobsRepository,
    Jobs,
    JobsRepository,
    JobRuns,
    JobWorker,
    JobWorkersRepository,
    Tasks,
  ],
  exports: [FailedJobsRepository, Jobs, Tasks],
})
export class JobsModule {}
