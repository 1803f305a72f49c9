import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Asker, CurrentAsker } from '../users/viewer/asker.js';
import type { Answer } from '../input/answer.js';
import { Answers, PrivateRead } from '../input/answer-decorators.js';
import { CurrentMember } from '../users/viewer/current-viewer.js';
import { OwnData, SignedIn, WithoutTerms } from '../users/viewer/policy.js';
import type { Member } from '../users/viewer/viewer.js';
import { ImportedBeforeView, TakenOverView, TakeOverGuestDto } from './authors/authors.dto.js';
import { GuestTakeoverService } from './authors/guest-takeover.service.js';
import { ImportedTakeoverService } from './authors/imported-takeover.service.js';

/** Lets accounts claim comments that they wrote as a guest, or before an import. */
@ApiTags('users')
@Controller('api/v1/users/me')
export class AuthorsController {
  constructor(
    private readonly guests: GuestTakeoverService,
    private readonly imported: ImportedTakeoverService,
  ) {}

  /** The route has no idempotency key, because its record would store a digest of the token. */
  @Post('guest')
  @SignedIn()
  @WithoutTerms()
  @ApiOperation({
    operationId: 'guestsTakeOver',
    summary: 'Claim your guest comments',
    description:
      'Transfers the comments of a guest to your account, with their replies and votes, and ends the guest session. Requires the access token of the guest, and works once.',
  })
  @Answers(200, TakenOverView)
  takeOverGuest(
    @CurrentMember() member: Member,
    @Body() { token }: TakeOverGuestDto,
  ): Promise<TakenOverView> {
    return this.guests.takeOver(member, token);
  }

  @Get('imported')
  @OwnData()
  @ApiOperation({
    operationId: 'importedFind',
    summary: 'Count the imported comments that you can claim',
    description:
      'The number of imported comments under the e-mail address of your account. The address must be confirmed. The comments are yours after you claim them.',
  })
  @PrivateRead(ImportedBeforeView, 'no-store')
  findImported(@CurrentMember() member: Member): Promise<ImportedBeforeView> {
    return this.imported.find(member);
  }

  @Post('imported')
  @SignedIn()
  @WithoutTerms()
  @ApiOperation({
    operationId: 'importedTakeOver',
    summary: 'Claim your imported comments',
    description:
      'Transfers the imported comments under the e-mail address of your account to your account. The address must be confirmed.',
  })
  @Answers(200, TakenOverView)
  takeOverImported(@CurrentAsker() member: Asker): Promise<Answer<TakenOverView>> {
    return this.imported.takeOver(member);
  }
}
