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

/** The linked sites of the caller. */
@ApiTags('auth')
@Controller('api/v1/auth/links')
export class LinksController {
  constructor(private readonly links: Links) {}

  @Get()
  @OwnData()
  @ApiOperation({
    summary: 'List your linked sites',
    description: 'The site that created the account, and the sites that were linked later.',
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
      'The site can no longer sign in to this account, and all other sessions end. Requires the password or a fresh sign-in, and a session with two factors if the account has an app or a passkey. The site that created the account cannot be unlinked: 409 `site-of-origin`. Nor can the last sign-in method: 409 `last-way-in`.',
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
