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

/** The responses contain secrets, so they are never stored. */
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
    summary: 'Get the requirements for writing',
    description:
      'The setting for guests and the terms of the site, for the sign-in form of a page.',
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
    summary: 'Start a guest session',
    description:
      'Returns the tokens of a session, as a registration does. A guest has a name, but no account, and may only write, edit and delete comments. An account can claim these comments by `POST /users/me/guest`. 404 if the site does not allow guests.',
  })
  @Answers(201, SignedInView)
  async begin(
    @Body() input: GuestDto,
    @CurrentDevice() device: string | null,
  ): Promise<Answer<SignedInView>> {
    return this.answers.of(201, await this.guests.begin(input, device), input.session);
  }
}
