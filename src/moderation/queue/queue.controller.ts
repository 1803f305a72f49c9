import { Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/routes.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { AdminOnly, Staff } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import { ClaimsService } from './claims.service.js';
import { EscalationService } from './escalation.service.js';
import { ClaimView, QueueQuery, QueueView } from './queue.dto.js';
import { QueueService } from './queue.service.js';
import { Id } from '../../input/id.js';
import { QueueItemNotFound } from '../terms/moderation.errors.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/queue')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly claims: ClaimsService,
    private readonly escalation: EscalationService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What waits for a moderator' })
  @PrivateRead(QueueView)
  list(@Query() query: QueueQuery): Promise<QueueView> {
    return this.queue.list(query);
  }

  @Put(':id/claim')
  @ApiOperation({
    summary: 'Take an item of the queue, or keep it',
    description:
      'A claim ends by a decision, a release, signing out, or ten minutes without this call.',
  })
  @Answers(200, ClaimView)
  claim(
    @CurrentMember() member: Member,
    @Id(QueueItemNotFound) id: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<ClaimView>> {
    return this.claims.claim(member, id, intent);
  }

  @Delete(':id/claim')
  @ApiOperation({ summary: 'Let go of an item; administrators also of the claims of others' })
  @Answers(204)
  release(
    @CurrentMember() member: Member,
    @Id(QueueItemNotFound) id: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<void>> {
    return this.claims.release(member, id, intent);
  }

  @Put(':id/escalation')
  @ApiOperation({
    summary: 'Leave an item to administrators',
    description: 'From then on only they decide on it.',
  })
  @Answers(204)
  escalate(
    @CurrentMember() member: Member,
    @Id(QueueItemNotFound) id: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<void>> {
    return this.escalation.escalate(member, id, intent);
  }

  @Delete(':id/escalation')
  @AdminOnly()
  @ApiOperation({ summary: 'Give an escalated item back to the moderators' })
  @Answers(204)
  takeBack(
    @CurrentMember() member: Member,
    @Id(QueueItemNotFound) id: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<void>> {
    return this.escalation.takeBack(member, id, intent);
  }
}
