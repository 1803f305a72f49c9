import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PrivateRead } from '../../input/answer-decorators.js';
import { Staff } from '../../users/viewer/policy.js';
import { HandoverQuery, HandoverView } from './handover.dto.js';
import { HandoverService } from './handover.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/handover')
export class HandoverController {
  constructor(private readonly handover: HandoverService) {}

  @Get()
  @ApiOperation({
    summary: 'Get the handover of a shift',
    description: 'The items that arrived, were decided on or are pending since a given time.',
  })
  @PrivateRead(HandoverView)
  read(@Query() query: HandoverQuery): Promise<HandoverView> {
    return this.handover.read(query);
  }
}
