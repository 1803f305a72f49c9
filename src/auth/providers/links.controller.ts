import { Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { Id } from '../../input/id.js';
import { OptionalBody } from '../../input/optional-body.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { OwnData, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { ConfirmedDto } from '../identity/auth.dto.js';
import { LinksView } from './links.dto.js';
import { Links } from './links.service.js';
import { LinkNotFound } from './providers.errors.js';

/** Other sites that sign the one who asks in. */
@ApiTags('auth')
@Controller('api/v1/auth/links')
export class LinksController {
  constructor(private readonly links: Links) {}

  @Get()
  @OwnData()
  @ApiOperation({
    summary: 'List the sites by which you sign in',
    description:
      'Your own accounts there: the one that the account was made with, and those that were linked.',
  })
  @PrivateRead(LinksView, 'no-store')
  list(@CurrentMember() member: Member): Promise<LinksView> {
    return this.links.list(member);
  }

  @Post(':id/remove')
  @Private()
  @ApiOperation({
    summary: 'Unlink a site',
    description:
      'It signs in to this account no more, and all other sessions end. The one that the account was made with stays: 409 `site-of-origin`. Needs the password or a fresh sign-in, and a session of two factors where the account has an app or a passkey. The last way in stays: 409 `last-way-in`.',
  })
  @Answers(204)
  async remove(
    @CurrentMember() member: Member,
    @Id(LinkNotFound) id: string,
    @OptionalBody(ConfirmedDto) { current }: ConfirmedDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.links.remove(member, id, current, caller);
  }
}
