import { Body, Controller, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acts } from '../../acts/acts.js';
import { CurrentIdempotencyKey, type IdempotencyKey } from '../../acts/idempotency-key.js';
import { type Answer, nothing } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { GuestsToo, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { AcceptTermsDto } from './terms.dto.js';
import { Terms } from './terms.js';

@ApiTags('users')
@Controller('api/v1/users/me/terms')
export class TermsController {
  constructor(
    private readonly terms: Terms,
    private readonly acts: Acts,
  ) {}

  @Put()
  @Private()
  @GuestsToo()
  @ApiOperation({
    summary: 'Accept the terms of the site',
    description:
      'Accepts the version that `GET /auth/ways` names. Until then changes that others would see are refused: 403 `terms-not-accepted`. If the version is outdated, the response is the same problem with the current terms.',
  })
  @Answers(204)
  async accept(
    @CurrentMember() member: Member,
    @Body() { version }: AcceptTermsDto,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<void>> {
    return this.acts.once(idempotencyKey, async (act) => {
      await this.terms.assertCurrent(version, '/version');
      await this.terms.accept(act, member.id, version);
      return nothing;
    });
  }
}
