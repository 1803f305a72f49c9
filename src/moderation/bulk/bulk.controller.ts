import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentMember } from '../../users/current-viewer.js';
import { Staff } from '../../users/policy.js';
import { send } from '../../acts/answer.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import {
  BulkItemListView,
  BulkItemsQuery,
  BulkJobListView,
  BulkJobView,
  StartBulkDto,
} from './bulk.dto.js';
import { BulkService } from './bulk.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @ApiOperation({
    summary: 'Decide on many comments',
    description:
      'A selection of ids, or all that fits a filter, as it is now. A job carries it out by and by; the answer is the job.',
  })
  @ApiCreatedResponse({ type: BulkJobView })
  async start(
    @CurrentMember() member: Member,
    @Body() input: StartBulkDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.bulk.start(member, input, intent));
  }

  @Get()
  @ApiOperation({ summary: 'Jobs of many decisions, the newest first' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: BulkJobListView })
  list(@Query() query: BulkItemsQuery): Promise<BulkJobListView> {
    return this.bulk.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a job is' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: BulkJobView })
  get(@Param('id') id: string): Promise<BulkJobView> {
    return this.bulk.get(id);
  }

  @Get(':id/items')
  @ApiOperation({ summary: 'What became of each comment of a job' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: BulkItemListView })
  listItems(@Param('id') id: string, @Query() query: BulkItemsQuery): Promise<BulkItemListView> {
    return this.bulk.listItems(id, query);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Stop a job',
    description: 'What it has decided stays; a `restore` with `job` takes it back.',
  })
  @ApiOkResponse({ type: BulkJobView })
  async cancel(
    @CurrentMember() member: Member,
    @Param('id') id: string,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.bulk.cancel(member, id, intent));
  }
}
