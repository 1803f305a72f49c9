import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Asker, CurrentAsker } from '../users/viewer/asker.js';
import type { Answer } from '../input/answer.js';
import { Answers, PrivateRead } from '../input/answer-decorators.js';
import { PageQuery } from '../input/paging.js';
import { AdminOnly } from '../users/viewer/policy.js';
import { FailedJobListView, FailedJobView } from './failed-jobs.dto.js';
import { FailedJobNotFound } from './failed-jobs.errors.js';
import { FailedJobs } from './failed-jobs.js';

/** The id of a job. Another string matches nothing and never reaches the database. */
const JobId = Param('id', {
  transform: (value: string): number => {
    if (!/^[1-9]\d{0,14}$/.test(value)) throw new FailedJobNotFound();
    return Number(value);
  },
});

@ApiTags('health')
@AdminOnly()
@Controller('api/v1/jobs/failed')
export class FailedJobsController {
  constructor(private readonly failed: FailedJobs) {}

  @Get()
  @ApiOperation({
    summary: 'List failed jobs',
    description:
      'Background work, such as mail, that has failed in all of its attempts; newest first. Failed jobs are kept for 30 days.',
  })
  @PrivateRead(FailedJobListView)
  list(@Query() query: PageQuery): Promise<FailedJobListView> {
    return this.failed.list(query);
  }

  @Post(':id/retry')
  @ApiOperation({
    summary: 'Retry a failed job',
    description: 'The job starts at once, with all of its attempts. Returns the job as it was.',
  })
  @Answers(200, FailedJobView)
  retry(@CurrentAsker() member: Asker, @JobId id: number): Promise<Answer<FailedJobView>> {
    return this.failed.retry(member, id);
  }
}
