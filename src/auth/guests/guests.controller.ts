import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Settings } from '../../settings/settings.js';
import { Entry } from '../../users/viewer/policy.js';
import { SignedInView } from '../identity/auth.dto.js';
import { SignInAnswers } from '../identity/sign-in-answers.js';
import { CurrentDevice } from '../sessions/device.js';
import { Terms } from '../terms/terms.js';
import { GuestDto, WaysView } from './guests.dto.js';
import { GuestsService } from './guests.service.js';

/** Its answers hold secrets, and are never kept. */
@ApiTags('auth')
@Controller('api/v1/auth')
export class GuestsController {
  constructor(
    private readonly guests: GuestsService,
    private readonly settings: Settings,
    private readonly terms: Terms,
    private readonly answers: SignInAnswers,
  ) {}

  @Get('ways')
  @Entry()
  @ApiOperation({
    summary: 'Get how readers may write',
    description: 'What a page shows beside the sign-in by password.',
  })
  @PrivateRead(WaysView, 'no-store')
  async getWays(): Promise<WaysView> {
    const { guests } = await this.settings.current();
    return { guests, terms: await this.terms.current() };
  }

  @Post('guest')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Write as a guest',
    description:
      'Answers as a registration does, with the session of a guest: a name, without an account. It writes, edits and deletes comments, and nothing else. An account takes over what it wrote by `POST /users/me/guest`. 404 where the site takes no guests.',
  })
  @Answers(201, SignedInView)
  async begin(
    @Body() input: GuestDto,
    @CurrentDevice() device: string | null,
  ): Promise<Answer<SignedInView>> {
    return this.answers.of(201, await this.guests.begin(input, device), input.session);
  }
}
