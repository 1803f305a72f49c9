import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../input/paging.js';
import { Readable } from 'node:stream';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Public, Staff } from '../../users/viewer/policy.js';
import { DecisionListView, ExportQuery, PublicDecisionListView } from './log.dto.js';
import { LogService } from './log.service.js';

@ApiTags('moderation')
@Controller('api/v1/moderation/log')
export class LogController {
  constructor(private readonly log: LogService) {}

  @Get()
  @Staff()
  @ApiOperation({
    summary: 'List decisions',
    description: 'Every decision of the site, newest first. For moderators.',
  })
  @PrivateRead(DecisionListView)
  list(@Query() query: PageQuery): Promise<DecisionListView> {
    return this.log.list(query);
  }

  @Get('public')
  @Public()
  @ApiOperation({
    summary: 'List the public log of decisions',
    description:
      'The actions, their reasons and times. The log names nobody and contains no texts.',
  })
  @Header('cache-control', 'public, max-age=60')
  @Answers(200, PublicDecisionListView)
  listPublic(@Query() query: PageQuery): Promise<PublicDecisionListView> {
    return this.log.listPublic(query);
  }

  @Get('export')
  @Staff()
  @ApiOperation({
    summary: 'Export the log of decisions',
    description:
      'JSON lines, oldest first. Resume an interrupted export from the time of its last line.',
  })
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(@Query() query: ExportQuery): StreamableFile {
    return new StreamableFile(Readable.from(this.log.export(query)), {
      type: 'application/x-ndjson; charset=utf-8',
    });
  }
}
