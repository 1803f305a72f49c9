import { Body, Controller, Header, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import type { Language } from '../../text/plain/languages.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { MAILED, MailedView } from '../proofs/proofs.dto.js';
import { ChangeEmailDto } from './auth.dto.js';
import { EmailChangeService } from './email-change.service.js';

/** The route has no idempotency key, because its record would store a digest of the password. */
@ApiTags('users')
@Controller('api/v1/users/me/email')
export class EmailController {
  constructor(private readonly emails: EmailChangeService) {}

  @Put()
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Change your e-mail address',
    description:
      'Mails a link to the new address. The change takes effect when the link is opened. The former address is then notified, and can take the account back for a week. An account without a password needs a fresh sign-in, and a session with two factors if it has an app or a passkey.',
  })
  @Answers(202, MailedView)
  async change(
    @CurrentMember() member: Member,
    @Body() change: ChangeEmailDto,
    @CurrentCaller() caller: Caller,
    @CurrentLanguage() language: Language,
  ): Promise<MailedView> {
    await this.emails.ask(member, change, caller, language);
    return MAILED;
  }
}
