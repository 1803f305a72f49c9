import { Body, Controller, Get, Header, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { Id } from '../../input/id.js';
import { OptionalBody } from '../../input/optional-body.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { Entry, OwnData, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { ConfirmedDto, SignedInView } from '../identity/auth.dto.js';
import { SignInAnswers } from '../identity/sign-in-answers.js';
import { CurrentDevice } from '../sessions/device.js';
import {
  AddPasskeyDto,
  CeremonyView,
  PasskeySignInDto,
  PasskeysView,
  PasskeyView,
  RenamePasskeyDto,
} from './passkeys.dto.js';
import { PasskeyNotFound } from './passkeys.errors.js';
import { Passkeys } from './passkeys.service.js';

/** Passkeys. Browsers bind them to the host name of the service, so only its pages use them. */
@ApiTags('auth')
@Controller('api/v1/auth/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly answers: SignInAnswers,
  ) {}

  @Get()
  @OwnData()
  @ApiOperation({ summary: 'List your passkeys', description: 'Newest first.' })
  @PrivateRead(PasskeysView, 'no-store')
  list(@CurrentMember() member: Member): Promise<PasskeysView> {
    return this.passkeys.list(member);
  }

  @Post('registration')
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Start adding a passkey',
    description:
      'Returns the options for the browser. Requires the password or a fresh sign-in, and a session with two factors if the account has an app or a passkey.',
  })
  @Answers(200, CeremonyView)
  async begin(
    @CurrentMember() member: Member,
    @OptionalBody(ConfirmedDto) { current }: ConfirmedDto,
    @CurrentCaller() caller: Caller,
  ): Promise<CeremonyView> {
    return { options: await this.passkeys.begin(member, current, caller) };
  }

  @Post()
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Add a passkey',
    description:
      'Takes the response of the browser within five minutes. A challenge works once. The passkey is removed when the password changes, unless it was added in a session with two factors that started after an app was set up.',
  })
  @Answers(201, PasskeyView)
  add(@CurrentMember() member: Member, @Body() answer: AddPasskeyDto): Promise<PasskeyView> {
    return this.passkeys.add(member, answer);
  }

  @Post('challenge')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Start signing in by a passkey',
    description: 'Returns the options for the browser. No user name is needed.',
  })
  @Answers(200, CeremonyView)
  async ask(): Promise<CeremonyView> {
    return { options: await this.passkeys.ask() };
  }

  @Post('sign-in')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Sign in by a passkey',
    description:
      'Takes the response of the browser within five minutes. A challenge works once. No code of an app is required: the device and the verified user are two factors.',
  })
  @Answers(200, SignedInView)
  async signIn(
    @Body() { session, ...answer }: PasskeySignInDto,
    @CurrentDevice() device: string | null,
  ): Promise<Answer<SignedInView>> {
    return this.answers.of(200, await this.passkeys.signIn(answer, device), session);
  }

  @Patch(':id')
  @Private()
  @ApiOperation({ summary: 'Rename a passkey', description: 'Only you see the name.' })
  @Answers(200, PasskeyView)
  rename(
    @CurrentMember() member: Member,
    @Id(PasskeyNotFound) id: string,
    @Body() { name }: RenamePasskeyDto,
  ): Promise<PasskeyView> {
    return this.passkeys.rename(member, id, name);
  }

  @Post(':id/remove')
  @Private()
  @ApiOperation({
    summary: 'Remove a passkey',
    description:
      'The passkey can no longer sign in. Requires the password or a fresh sign-in, and a session with two factors if the account has an app or a passkey.',
  })
  @Answers(204)
  async remove(
    @CurrentMember() member: Member,
    @Id(PasskeyNotFound) id: string,
    @OptionalBody(ConfirmedDto) { current }: ConfirmedDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.passkeys.remove(member, id, current, caller);
  }
}
