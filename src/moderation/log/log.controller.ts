import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Answers, PrivateRead } from '../../input/routes.js';
import { Public, Staff } from '../../users/policy.js';
import { DecisionListView, ExportQuery, LogQuery, PublicDecisionListView } from './log.dto.js';
import { LogService } from './log.service.js';

@ApiTags('moderation')
@Controller('api/v1/moderation/log')
export class LogController {
  constructor(private readonly log: LogService) {}

  @Get()
  @Staff()
  @ApiOperation({ summary: 'Every decision, the newest first' })
  @PrivateRead(DecisionListView)
  list(@Query() query: LogQuery): Promise<DecisionListView> {
    return this.log.list(query);
  }

  @Get('public')
  @Public()
  @ApiOperation({
    summary: 'What moderation did, for everybody',
    description: 'What, why and when: no names, no texts, and nothing of what it was about.',
  })
  @Header('cache-control', 'public, max-age=60')
  @Answers(200, PublicDecisionListView)
  listPublic(@Query() query: LogQuery): Promise<PublicDecisionListView> {
    return this.log.listPublic(query);
  }

  @Get('export')
  @Staff()
  @ApiOperation({
    summary: 'The whole log as JSON lines, the oldest first',
    description: 'An export that breaks off is taken again, from the time of its last line.',
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
