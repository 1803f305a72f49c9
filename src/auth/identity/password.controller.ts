import { Body, Controller, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { ChangePasswordDto } from './auth.dto.js';
import { PasswordChangeService } from './password-change.service.js';

/** The route has no idempotency key, because its record would store a digest of the password. */
@ApiTags('users')
@Controller('api/v1/users/me/password')
export class PasswordController {
  constructor(private readonly passwords: PasswordChangeService) {}

  @Put()
  @Private()
  @ApiOperation({
    summary: 'Change your password',
    description:
      'Ends all sessions of the account except the current one. Linked sites, and passkeys that somebody who knew only the password may have added, can no longer sign in until they are added again. Staff who have an app or a passkey need a session with two factors. An account without a password sets one by the mail for a forgotten password: 409 `no-password`.',
  })
  @Answers(204)
  async change(
    @CurrentMember() member: Member,
    @Body() change: ChangePasswordDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.passwords.change(member, change, caller);
  }
}
