import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { Entry, TokenOnly } from '../../users/policy.js';
import { LoginDto, RefreshDto, RegisterDto, SignedInView } from './auth.dto.js';
import { CurrentClaims } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import type { TokenClaims } from '../sessions/tokens.js';
import { Answers } from '../../input/answer-decorators.js';

/** Its answers hold secrets: they are never kept, also not for an idempotency key. */
@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

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
  ): Promise<SignedInView> {
    return this.auth.register(account, caller);
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
  ): Promise<SignedInView> {
    return this.auth.login(credentials, caller);
  }

  @Post('refresh')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Refresh the tokens of a session',
    description: 'A refresh token is used once. For 10 seconds a repetition gets the same answer.',
  })
  @Answers(200, SignedInView)
  async refresh(@Body() { refreshToken }: RefreshDto): Promise<SignedInView> {
    return this.auth.refresh(refreshToken);
  }

  @Post('logout')
  @TokenOnly()
  @ApiOperation({
    summary: 'Sign out',
    description:
      'Ends the session that the access token belongs to; its tokens are refused from then on.',
  })
  @Answers(204)
  async logout(@CurrentClaims() claims: TokenClaims): Promise<void> {
    await this.auth.logout(claims);
  }
}
