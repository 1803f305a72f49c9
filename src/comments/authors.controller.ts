import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../input/answer-decorators.js';
import { CurrentMember } from '../users/viewer/current-viewer.js';
import { SignedIn, WithoutTerms } from '../users/viewer/policy.js';
import type { Member } from '../users/viewer/viewer.js';
import { TakenOverView, TakeOverGuestDto } from './authors/authors.dto.js';
import { GuestTakeoverService } from './authors/guest-takeover.service.js';

/** It takes no idempotency key: no digest of a token is kept. */
@ApiTags('users')
@Controller('api/v1/users/me/guest')
export class AuthorsController {
  constructor(private readonly guests: GuestTakeoverService) {}

  @Post()
  @SignedIn()
  @WithoutTerms()
  @ApiOperation({
    operationId: 'guestsTakeOver',
    summary: 'Keep what you wrote as a guest',
    description:
      'Gives the comments of a guest to your account, with their replies and votes, and ends the session of the guest. Whoever holds that session may do it, once.',
  })
  @Answers(200, TakenOverView)
  takeOver(
    @CurrentMember() member: Member,
    @Body() { token }: TakeOverGuestDto,
  ): Promise<TakenOverView> {
    return this.guests.takeOver(member, token);
  }
}
