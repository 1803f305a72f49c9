import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { OptionalBody } from '../../input/optional-body.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { Entry, OwnData, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { ConfirmedDto, SignedInView } from '../identity/auth.dto.js';
import { SignInAnswers } from '../identity/sign-in-answers.js';
import { CurrentDevice } from '../sessions/device.js';
import {
  AppCodeDto,
  CodeDto,
  ConfirmedCodeDto,
  FactorsView,
  RecoveryCodesView,
  RemoveTotpDto,
  TotpBegunView,
  VerifyTotpDto,
} from './totp.dto.js';
import { TotpEnrolment } from './totp-enrolment.service.js';
import { TotpSignIn } from './totp-sign-in.service.js';

/**
 * Codes of an authenticator app, in addition to the password. The responses contain secrets, so
 * they are never stored, not even for an idempotency key.
 */
@ApiTags('auth')
@Controller('api/v1/auth')
export class TotpController {
  constructor(
    private readonly enrolment: TotpEnrolment,
    private readonly signIns: TotpSignIn,
    private readonly answers: SignInAnswers,
  ) {}

  @Get('factors')
  @OwnData()
  @ApiOperation({
    summary: 'Get your sign-in factors',
    description:
      'Reports whether the account has a password, an authenticator app and recovery codes.',
  })
  @PrivateRead(FactorsView, 'no-store')
  find(@CurrentMember() member: Member): Promise<FactorsView> {
    return this.enrolment.find(member);
  }

  @Post('totp/begin')
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Start setting up an authenticator app',
    description:
      'Returns a secret for the app (TOTP, six digits every 30 seconds). Sign-ins require no code until a first code is confirmed, which must happen within 15 minutes. An account that has a passkey needs a session with two factors.',
  })
  @Answers(200, TotpBegunView)
  begin(
    @CurrentMember() member: Member,
    @OptionalBody(ConfirmedDto) { current }: ConfirmedDto,
    @CurrentCaller() caller: Caller,
  ): Promise<TotpBegunView> {
    return this.enrolment.begin(member, current, caller);
  }

  @Post('totp/confirm')
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Confirm an authenticator app',
    description:
      'Takes a first code of the app and returns ten recovery codes. From then on a sign-in by password or by OpenID Connect is answered with `second-factor-required`.',
  })
  @Answers(200, RecoveryCodesView)
  async confirm(
    @CurrentMember() member: Member,
    @Body() { code }: AppCodeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.enrolment.confirm(member, code, caller) };
  }

  @Post('totp/verify')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Complete a sign-in with a second factor',
    description:
      'Takes the challenge of the first step and a code, and returns the tokens of a new session.',
  })
  @Answers(200, SignedInView)
  async verify(
    @Body() step: VerifyTotpDto,
    @CurrentCaller() caller: Caller,
    @CurrentDevice() device: string | null,
  ): Promise<Answer<SignedInView>> {
    return this.answers.of(200, await this.signIns.signIn(step, caller, device), step.session);
  }

  @Post('totp/step-up')
  @Private()
  @ApiOperation({
    summary: 'Step up a session to two factors',
    description:
      'Takes a code. From then on the session has two factors, which some sites require of moderators and administrators.',
  })
  @Answers(204)
  async stepUp(
    @CurrentMember() member: Member,
    @Body() { code }: CodeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.enrolment.stepUp(member, code, caller);
  }

  @Post('totp/recovery-codes')
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Replace your recovery codes',
    description: 'Requires a code. The former recovery codes become invalid.',
  })
  @Answers(200, RecoveryCodesView)
  async renewRecoveryCodes(
    @CurrentMember() member: Member,
    @Body() step: ConfirmedCodeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.enrolment.renewRecoveryCodes(member, step, caller) };
  }

  @Post('totp/remove')
  @Private()
  @ApiOperation({
    summary: 'Remove the authenticator app',
    description: 'Requires the password and a code. The recovery codes become invalid, too.',
  })
  @Answers(204)
  async remove(
    @CurrentMember() member: Member,
    @Body() step: RemoveTotpDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.enrolment.remove(member, step, caller);
  }
}
