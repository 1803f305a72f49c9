import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Answer, done } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Staff } from '../../users/viewer/policy.js';
import { Acts } from '../../acts/acts.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { Authority } from '../../users/accounts/authority.js';
import {
  CannedReasonListView,
  CannedReasonView,
  ChangeCannedReasonDto,
} from './canned-reasons.dto.js';
import { CannedReasonsRepository } from './canned-reasons.repository.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/canned-reasons')
export class CannedReasonsController {
  constructor(
    private readonly reasons: CannedReasonsRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List canned reasons',
    description: 'The text for authors, for each reason and language.',
  })
  @PrivateRead(CannedReasonListView)
  async list(): Promise<CannedReasonListView> {
    return { items: await this.reasons.list(), nextCursor: null };
  }

  @Put()
  @ApiOperation({
    summary: 'Change a canned reason',
    description: 'Applies to new decisions. Earlier statements stay unchanged.',
  })
  @Answers(200, CannedReasonView)
  async change(
    @CurrentAsker() member: Asker,
    @Body() change: ChangeCannedReasonDto,
  ): Promise<Answer<CannedReasonView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'staff');
      return done(await this.reasons.change(act, change, member.id));
    });
  }
}
