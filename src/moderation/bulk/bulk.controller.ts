import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../input/paging.js';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Staff } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { BulkItemListView, BulkJobListView, BulkJobView, StartBulkDto } from './bulk.dto.js';
import { BulkService } from './bulk.service.js';
import { Id } from '../../input/id.js';
import { BulkJobNotFound } from '../terms/moderation.errors.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @ApiOperation({
    summary: 'Start a bulk job',
    description:
      'Takes a selection of ids, or a filter that is evaluated now. A background job applies the decisions. Returns the job.',
  })
  @Answers(201, BulkJobView)
  start(@CurrentAsker() member: Asker, @Body() input: StartBulkDto): Promise<Answer<BulkJobView>> {
    return this.bulk.start(member, input);
  }

  @Get()
  @ApiOperation({
    summary: 'List bulk jobs',
    description: 'Jobs that decide on many comments, newest first.',
  })
  @PrivateRead(BulkJobListView)
  list(@Query() query: PageQuery): Promise<BulkJobListView> {
    return this.bulk.list(query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Get a bulk job',
    description: 'The state and the progress of the job.',
  })
  @PrivateRead(BulkJobView)
  get(@Id(BulkJobNotFound) id: string): Promise<BulkJobView> {
    return this.bulk.get(id);
  }

  @Get(':id/items')
  @ApiOperation({
    summary: 'List the comments of a bulk job',
    description: 'The outcome of each comment, in the order of the job.',
  })
  @PrivateRead(BulkItemListView)
  listItems(@Id(BulkJobNotFound) id: string, @Query() query: PageQuery): Promise<BulkItemListView> {
    return this.bulk.listItems(id, query);
  }

  @Post(':id/cancel')
  @ApiOperation({
    summary: 'Cancel a bulk job',
    description: 'Decisions that were made stay. A `restore` with `job` reverses them.',
  })
  @Answers(200, BulkJobView)
  cancel(
    @CurrentAsker() member: Asker,
    @Id(BulkJobNotFound) id: string,
  ): Promise<Answer<BulkJobView>> {
    return this.bulk.cancel(member, id);
  }
}
