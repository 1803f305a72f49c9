import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Staff } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import {
  CannedReasonListView,
  CannedReasonView,
  ChangeCannedReasonDto,
} from './canned-reasons.dto.js';
import { CannedReasonsService } from './canned-reasons.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/canned-reasons')
export class CannedReasonsController {
  constructor(private readonly reasons: CannedReasonsService) {}

  @Get()
  @ApiOperation({
    summary: 'List canned reasons',
    description: 'The text for authors, for each reason and language.',
  })
  @PrivateRead(CannedReasonListView)
  list(): Promise<CannedReasonListView> {
    return this.reasons.list();
  }

  @Put()
  @ApiOperation({
    summary: 'Change a canned reason',
    description: 'Applies to new decisions. Earlier statements stay unchanged.',
  })
  @Answers(200, CannedReasonView)
  change(
    @CurrentAsker() member: Asker,
    @Body() change: ChangeCannedReasonDto,
  ): Promise<Answer<CannedReasonView>> {
    return this.reasons.change(member, change);
  }
}
