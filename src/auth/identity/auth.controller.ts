import { Body, Controller, Header, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answer, nothing } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import { OptionalBody } from '../../input/optional-body.js';
import type { Language } from '../../text/plain/languages.js';
import { Entry, TokenOnly } from '../../users/viewer/policy.js';
import { SignInRequired } from '../../users/viewer/users.errors.js';
import { MAILED, MailedView } from '../proofs/proofs.dto.js';
import { CurrentDevice } from '../sessions/device.js';
import {
  type BrowserHeaders,
  COOKIE_REST_SECONDS,
  CurrentBrowser,
  SessionCookie,
} from '../sessions/session-cookie.js';
import {
  InvalidRefreshToken,
  RefreshTokenReused,
  SessionEnded,
} from '../sessions/sessions.errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { TokenClaims } from '../sessions/access-tokens.js';
import { LoginDto, RefreshDto, RegisterDto, SignedInView } from './auth.dto.js';
import { CurrentClaims } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { SignInAnswers } from './sign-in-answers.js';

/** The responses contain secrets, so they are never stored, not even for an idempotency key. */
@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly answers: SignInAnswers,
  ) {}

  @Post('register')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Register',
    description:
      'Creates an account and returns the tokens of its first session. A site that requires confirmed e-mail addresses (`confirmEmails`) answers 202 and mails a link, whether or not an account has the address.',
  })
  @Answers(201, SignedInView)
  @ApiResponse({
    status: 202,
    type: MailedView,
    description: 'The e-mail address must be confirmed first.',
  })
  async register(
    @Body() account: RegisterDto,
    @CurrentCaller() caller: Caller,
    @CurrentDevice() device: string | null,
    @CurrentLanguage() language: Language,
  ): Promise<Answer<SignedInView>> {
    const signedIn = await this.auth.register(account, { caller, device, language });
    if (!signedIn) return new Answer(202, JSON.stringify(MAILED));
    return this.answers.of(201, signedIn, account.session);
  }

  @Post('login')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Sign in',
    description:
      'Takes the user name or the e-mail address, and returns the tokens of a new session.',
  })
  @Answers(200, SignedInView)
  async login(
    @Body() credentials: LoginDto,
    @CurrentCaller() caller: Caller,
    @CurrentDevice() device: string | null,
  ): Promise<Answer<SignedInView>> {
    const signedIn = await this.auth.login(credentials, caller, device);
    return this.answers.of(200, signedIn, credentials.session);
  }

  @Post('refresh')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Refresh the tokens of a session',
    description:
      'A refresh token works once. A repetition gets the same response as long as the successor is unused; an older token ends the session. Without a body the token of the cookie is used, and the request needs an `Origin` of the site. The token in a cookie is replaced at most every 10 minutes.',
  })
  @Answers(200, SignedInView)
  async refresh(
    @OptionalBody(RefreshDto) { refreshToken, session }: RefreshDto,
    @CurrentBrowser() browser: BrowserHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<SignedInView>> {
    if (refreshToken !== undefined) {
      return this.answers.of(200, await this.auth.refresh(refreshToken), session);
    }
    const kept = this.cookie.read(browser);
    if (kept === null) throw new InvalidRefreshToken();
    try {
      return this.answers.of(200, await this.auth.refresh(kept, COOKIE_REST_SECONDS), 'cookie');
    } catch (error) {
      // The token in the cookie is invalid for good.
      if (isOfNoUse(error)) void reply.headers(this.cookie.clear());
      throw error;
    }
  }

  @Post('logout')
  @TokenOnly()
  @ApiOperation({
    summary: 'Sign out',
    description:
      'Ends the session of the access token, invalidates its tokens and closes its sockets. Without an access token it ends the session of the cookie, if there is one, and needs an `Origin` of the site.',
  })
  @Answers(204)
  async logout(
    @CurrentClaims() claims: TokenClaims | null,
    @CurrentBrowser() browser: BrowserHeaders,
  ): Promise<Answer<void>> {
    if (claims) {
      await this.sessions.revoke(claims.sessionId, claims.userId, 'logout');
      return nothing;
    }
    const kept = this.cookie.read(browser);
    if (kept === null) throw new SignInRequired();
    await this.sessions.revokeByToken(kept);
    return new Answer(204, null, this.cookie.clear());
  }
}

/** Whether a refresh failed permanently because of its token. */
function isOfNoUse(error: unknown): boolean {
  return [InvalidRefreshToken, SessionEnded, RefreshTokenReused].some(
    (refusal) => error instanceof refusal,
  );
}
