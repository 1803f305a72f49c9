import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Staff } from '../../users/policy.js';
import { HandoverQuery, HandoverView } from './handover.dto.js';
import { HandoverService } from './handover.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/handover')
export class HandoverController {
  constructor(private readonly handover: HandoverService) {}

  @Get()
  @ApiOperation({ summary: 'What came, was decided and waits since a shift began' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: HandoverView })
  read(@Query() query: HandoverQuery): Promise<HandoverView> {
    return this.handover.read(query);
  }
}
