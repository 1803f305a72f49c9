import { Body, Controller, Header, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { OptionalBody } from '../../input/optional-body.js';
import { Entry, TokenOnly } from '../../users/policy.js';
import { SignInRequired } from '../../users/users.errors.js';
import { CurrentDevice } from '../sessions/device.js';
import { type BrowserHeaders, CurrentBrowser, SessionCookie } from '../sessions/session-cookie.js';
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

/**
 * Each page that is opened refreshes, and many may be opened at once, each with the token that the
 * browser had at that moment. So the token in a cookie rests between two successors.
 */
const COOKIE_REST_SECONDS = 10 * 60;

/** Its answers hold secrets: they are never kept, also not for an idempotency key. */
@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly answers: SignInAnswers,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('register')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Register',
    description: 'Creates an account and answers with the tokens of its first session.',
  })
  @Answers(201, SignedInView)
  async register(
    @Body() account: RegisterDto,
    @CurrentCaller() caller: Caller,
    @CurrentDevice() device: string | null,
  ): Promise<Answer<SignedInView>> {
    const signedIn = await this.auth.register(account, caller, device);
    return this.answers.of(201, signedIn, account.session);
  }

  @Post('login')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Sign in',
    description: 'By user name or e-mail address. Answers with the tokens of a new session.',
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
      'A refresh token is used once. The same one again gets the same answer as long as its successor is unused; an older one ends the session. Without a body the token is that of the cookie, and the request needs an `Origin` of the site; the token in a cookie is renewed each 10 minutes at most.',
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
      // It will never open anything again.
      if (isOfNoUse(error)) void reply.headers(this.cookie.clear());
      throw error;
    }
  }

  @Post('logout')
  @TokenOnly()
  @ApiOperation({
    summary: 'Sign out',
    description:
      'Ends the session of the access token; all its tokens are refused from then on, and its sockets are closed. Without an access token it ends the session of the cookie, if that has one still, and needs an `Origin` of the site.',
  })
  @Answers(204)
  async logout(
    @CurrentClaims() claims: TokenClaims | null,
    @CurrentBrowser() browser: BrowserHeaders,
  ): Promise<Answer<void>> {
    if (claims) {
      await this.auth.logout(claims);
      return new Answer(204, null);
    }
    const kept = this.cookie.read(browser);
    if (kept === null) throw new SignInRequired();
    await this.sessions.revokeByToken(kept);
    return new Answer(204, null, this.cookie.clear());
  }
}

/** Whether a refresh was refused for good by what was presented. */
function isOfNoUse(error: unknown): boolean {
  return [InvalidRefreshToken, SessionEnded, RefreshTokenReused].some(
    (refusal) => error instanceof refusal,
  );
}
