import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Staff } from '../auth/policy.js';
import { QueueQuery, QueueView } from './queue.dto.js';
import { QueueService } from './queue.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/queue')
export class QueueController {
  constructor(private readonly queue: QueueService) {}

  @Get()
  @ApiOperation({ summary: 'What waits for a moderator' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: QueueView })
  list(@Query() query: QueueQuery): Promise<QueueView> {
    return this.queue.list(query);
  }
}
