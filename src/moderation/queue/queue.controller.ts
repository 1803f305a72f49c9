import { Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { AdminOnly, Staff } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { QueueItemsService } from './queue-items.service.js';
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
    private readonly items: QueueItemsService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List the moderation queue',
    description:
      'The items that need a decision, by age or score, with claims and the number of items of each kind.',
  })
  @PrivateRead(QueueView)
  list(@Query() query: QueueQuery): Promise<QueueView> {
    return this.queue.list(query);
  }

  @Put(':id/claim')
  @ApiOperation({
    summary: 'Claim an item of the queue',
    description:
      'A claim ends by a decision, a release, a sign-out, or ten minutes without a repetition of this request.',
  })
  @Answers(200, ClaimView)
  claim(
    @CurrentAsker() member: Asker,
    @Id(QueueItemNotFound) id: string,
  ): Promise<Answer<ClaimView>> {
    return this.items.claim(member, id);
  }

  @Delete(':id/claim')
  @ApiOperation({
    summary: 'Release a claim',
    description:
      'Administrators may release the claims of others. Releasing an unclaimed item changes nothing.',
  })
  @Answers(204)
  release(@CurrentAsker() member: Asker, @Id(QueueItemNotFound) id: string): Promise<Answer<void>> {
    return this.items.release(member, id);
  }

  @Put(':id/escalation')
  @ApiOperation({
    summary: 'Escalate an item to administrators',
    description: 'From then on only administrators decide on it.',
  })
  @Answers(204)
  escalate(
    @CurrentAsker() member: Asker,
    @Id(QueueItemNotFound) id: string,
  ): Promise<Answer<void>> {
    return this.items.escalate(member, id);
  }

  @Delete(':id/escalation')
  @AdminOnly()
  @ApiOperation({
    summary: 'Revoke an escalation',
    description: 'Moderators can decide on the item again.',
  })
  @Answers(204)
  takeBack(
    @CurrentAsker() member: Asker,
    @Id(QueueItemNotFound) id: string,
  ): Promise<Answer<void>> {
    return this.items.deescalate(member, id);
  }
}
