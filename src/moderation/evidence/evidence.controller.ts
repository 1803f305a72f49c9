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
    description: 'The texts that are held back from an erasure, and the hold; for administrators.',
  })
  @PrivateRead(EvidenceView)
  get(@Id(DecisionNotFound) id: string, @Query() query: PageQuery): Promise<EvidenceView> {
    return this.evidence.get(id, query);
  }

  @Put(':id/evidence')
  @ApiOperation({
    summary: 'Hold evidence back from an erasure',
    description:
      'Copies what the decision was about, until a time: the comment with its former and reported texts, or the names that were reported; the words of reports; details and statement of the decision. Whose words they are sees until when, and why. Held again, it gets another end and reason.',
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
    summary: 'Let evidence go',
    description: 'What was held is gone at once. Letting go what nobody holds changes nothing.',
  })
  @Answers(204)
  release(@CurrentAsker() member: Asker, @Id(DecisionNotFound) id: string): Promise<Answer<void>> {
    return this.evidence.release(member, id);
  }
}
