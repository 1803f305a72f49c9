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

/** Requests and opens links of mails. No response reveals whether an address has an account. */
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
      'Takes the token of a mail, which works once. Confirms the address of a new account, or the new address of an account.',
  })
  @Answers(200, ProvenAccountView)
  confirm(@Body() { token }: ProofDto): Promise<ProvenAccountView> {
    return this.emails.confirm(token);
  }

  @Post('verify-email/resend')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Resend the confirmation mail',
    description:
      'The response is the same whether or not such an account exists. Without an address the mail goes to the address of the caller, even if earlier mail to it bounced.',
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
    summary: 'Request a password reset',
    description: 'The response is the same whether or not an account has the address.',
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
    summary: 'Reset a password',
    description:
      'Takes the token of a mail. Ends all sessions of the account. Linked sites, passkeys that somebody who knew only the password may have added, and the factors of the last 7 days in `remove` can no longer sign in. A rejected password does not use up the token.',
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
    summary: 'List recently added sign-in factors',
    description:
      'Takes the token of a password mail without using it up. Lists the app and the passkeys that were added in the last 7 days and that stay valid after a password reset. `remove` of `POST /auth/reset-password` removes them.',
  })
  @Answers(200, RecentWaysView)
  listRecent(@Body() { token }: ProofDto): Promise<RecentWaysView> {
    return this.passwords.listRecent(token);
  }

  @Post('email/take-back')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Restore the former e-mail address',
    description:
      'Takes the token of the mail about the change, which is valid for a week. Ends all sessions. Invalidates the password, the linked sites, and the apps and passkeys that were set up since a week before the change. Mails a link for a new password to the address.',
  })
  @Answers(200, ProvenAccountView)
  takeBack(@Body() { token }: ProofDto): Promise<ProvenAccountView> {
    return this.emails.takeBack(token);
  }

  @Post('not-me')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Remove a sign-in method that somebody else added',
    description:
      'Takes the token of the mail about a new app, passkey, linked site or recovery codes, which is valid for a week. Removes that method, ends all sessions and invalidates the password. Mails a link for a new password to the address.',
  })
  @Answers(200, ProvenAccountView)
  removeWay(@Body() { token }: ProofDto): Promise<ProvenAccountView> {
    return this.ways.remove(token);
  }
}
