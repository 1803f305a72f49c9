import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { CallerAddress } from '../../input/connections/client-address.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import { OptionalBody } from '../../input/optional-body.js';
import { InvalidInput } from '../../problems/general.errors.js';
import type { Language } from '../../text/plain/languages.js';
import { CurrentViewer } from '../../users/viewer/current-viewer.js';
import { Entry } from '../../users/viewer/policy.js';
import type { Viewer } from '../../users/viewer/viewer.js';
import { AddedWays } from './added-ways.service.js';
import { EmailProofs } from './email-proofs.service.js';
import { PasswordReset } from './password-reset.service.js';
import { ProofRequests } from './proof-requests.js';
import {
  ForgotPasswordDto,
  MAILED,
  MailedView,
  ProofDto,
  ProvenAccountView,
  RecentWaysView,
  ResendDto,
  ResetPasswordDto,
} from './proofs.dto.js';

/** Links of mails: asked for and opened. No answer tells whether an address has an account. */
@ApiTags('auth')
@Controller('api/v1/auth')
@Entry()
export class ProofsController {
  constructor(
    private readonly emails: EmailProofs,
    private readonly ways: AddedWays,
    private readonly passwords: PasswordReset,
    private readonly requests: ProofRequests,
  ) {}

  @Post('verify-email')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Confirm an e-mail address',
    description:
      'By the token of a mail: the address of a new account, or another one that an account asked for. Works once.',
  })
  @Answers(200, ProvenAccountView)
  confirm(@Body() { token }: ProofDto): Promise<ProvenAccountView> {
    return this.emails.confirm(token);
  }

  @Post('verify-email/resend')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Ask for the confirmation mail again',
    description:
      'The answer is the same whether or not there is an account that waits for it. Without an address it is that of the account that asks; mail that came back before is tried once more.',
  })
  @Answers(202, MailedView)
  async resend(
    @OptionalBody(ResendDto) { email }: ResendDto,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
    @CallerAddress() address: string,
  ): Promise<MailedView> {
    if (email !== undefined) {
      await this.requests.ask({ purpose: 'confirm', email, language }, address);
    } else if (viewer) await this.emails.askAgain(viewer, language, address);
    else throw InvalidInput.at('/email', 'Give an e-mail address, or sign in.');
    return MAILED;
  }

  @Post('forgot-password')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Ask for a link to a new password',
    description: 'The answer is the same whether or not an account has the address.',
  })
  @Answers(202, MailedView)
  async forget(
    @Body() { email }: ForgotPasswordDto,
    @CurrentLanguage() language: Language,
    @CallerAddress() address: string,
  ): Promise<MailedView> {
    await this.requests.ask({ purpose: 'reset', email, language }, address);
    return MAILED;
  }

  @Post('reset-password')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Choose a new password',
    description:
      'By the token of a mail. All sessions of the account end; other sites that were linked, and passkeys that who knew the password alone may have added, sign in no more, nor does what `remove` names of the last 7 days. A password that is refused does not use the token up.',
  })
  @Answers(200, ProvenAccountView)
  reset(
    @Body() choice: ResetPasswordDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProvenAccountView> {
    return this.passwords.reset(choice, caller);
  }

  @Post('reset-password/ways')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'List what was added to an account lately',
    description:
      'By the token of a mail for a new password, which it does not use up: the app and the passkeys that were added in the last 7 days and that a new password leaves in force. `remove` of `POST /auth/reset-password` takes them away.',
  })
  @Answers(200, RecentWaysView)
  listRecent(@Body() { token }: ProofDto): Promise<RecentWaysView> {
    return this.passwords.listRecent(token);
  }

  @Post('email/take-back')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Take the former e-mail address back',
    description:
      'By the token of the mail that told of its change, for a week. All sessions end, the password and linked sites open nothing any more, nor do apps and passkeys that were set up since a week before the change; a link to a new password is mailed to the address.',
  })
  @Answers(200, ProvenAccountView)
  takeBack(@Body() { token }: ProofDto): Promise<ProvenAccountView> {
    return this.emails.takeBack(token);
  }

  @Post('not-me')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Take away a way in that somebody else has added',
    description:
      'By the token of the mail that told of an app, a passkey, a linked site or recovery codes, for a week. That one goes, all sessions end, the password opens nothing any more, and a link to a new one is mailed to the address.',
  })
  @Answers(200, ProvenAccountView)
  removeWay(@Body() { token }: ProofDto): Promise<ProvenAccountView> {
    return this.ways.remove(token);
  }
}
