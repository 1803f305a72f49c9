import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Id } from '../../input/id.js';
import { PageQuery } from '../../input/paging.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { AdminOnly } from '../../users/viewer/policy.js';
import { DecisionNotFound } from '../terms/moderation.errors.js';
import { EvidenceHoldView, EvidenceView, HoldEvidenceDto } from './evidence.dto.js';
import { EvidenceService } from './evidence.service.js';

@ApiTags('moderation')
@AdminOnly()
@Controller('api/v1/moderation/decisions')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get(':id/evidence')
  @ApiOperation({
    summary: 'Get the evidence of a decision',
    description: 'The texts that are held back from erasure, and the hold. For administrators.',
  })
  @PrivateRead(EvidenceView)
  get(@Id(DecisionNotFound) id: string, @Query() query: PageQuery): Promise<EvidenceView> {
    return this.evidence.get(id, query);
  }

  @Put(':id/evidence')
  @ApiOperation({
    summary: 'Hold evidence back from erasure',
    description:
      'Copies the subject of the decision until a given time: the comment with its former and reported texts, or the reported names; the texts of reports; details and statement of the decision. The authors of these texts see until when, and why. A repetition changes the end and the reason.',
  })
  @Answers(200, EvidenceHoldView)
  hold(
    @CurrentAsker() member: Asker,
    @Id(DecisionNotFound) id: string,
    @Body() input: HoldEvidenceDto,
  ): Promise<Answer<EvidenceHoldView>> {
    return this.evidence.hold(member, id, input);
  }

  @Delete(':id/evidence')
  @ApiOperation({
    summary: 'Release held evidence',
    description: 'Deletes the held copies at once. Without a hold nothing changes.',
  })
  @Answers(204)
  release(@CurrentAsker() member: Asker, @Id(DecisionNotFound) id: string): Promise<Answer<void>> {
    return this.evidence.release(member, id);
  }
}
