import { Body, Controller, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { GuestsToo, Private } from '../../users/viewer/policy.js';
import { AcceptTermsDto } from './terms.dto.js';
import { Terms } from './terms.js';

@ApiTags('users')
@Controller('api/v1/users/me/terms')
export class TermsController {
  constructor(private readonly terms: Terms) {}

  @Put()
  @Private()
  @GuestsToo()
  @ApiOperation({
    summary: 'Accept the terms of the site',
    description:
      'Accepts the version that `GET /auth/ways` names. Until then changes that others would see are refused: 403 `terms-not-accepted`. If the version is outdated, the response is the same problem with the current terms.',
  })
  @Answers(204)
  accept(
    @CurrentAsker() member: Asker,
    @Body() { version }: AcceptTermsDto,
  ): Promise<Answer<void>> {
    return this.terms.acceptCurrent(member, version);
  }
}
