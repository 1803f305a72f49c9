import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import { Answers } from '../../input/answer-decorators.js';
import type { Language } from '../../text/plain/languages.js';
import { Entry } from '../../users/viewer/policy.js';
import { SignedInView } from '../identity/auth.dto.js';
import { SignInAnswers } from '../identity/sign-in-answers.js';
import { CurrentDevice } from '../sessions/device.js';
import { type BrowserHeaders, CurrentBrowser, SessionCookie } from '../sessions/session-cookie.js';
import { SsoChecksView, SsoDto, VerifySsoDto } from './sso.dto.js';
import { SsoService } from './sso.service.js';
import { SsoTokens } from './sso-tokens.js';

/** Single sign-on of the host site. The responses contain secrets, so they are never stored. */
@ApiTags('auth')
@Controller('api/v1/auth/sso')
export class SsoController {
  constructor(
    private readonly sso: SsoService,
    private readonly tokens: SsoTokens,
    private readonly answers: SignInAnswers,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Sign in by the host site',
    description:
      'Takes a token that the host site has signed, and returns the tokens of a session. The first token creates the account; newer tokens update its name, address, role and badges. With `session: "cookie"` a browser keeps an existing session of the same account. 404 if single sign-on is not configured.',
  })
  @Answers(200, SignedInView)
  async signIn(
    @Body() { token, session }: SsoDto,
    @CurrentDevice() device: string | null,
    @CurrentLanguage() language: Language,
    @CurrentBrowser() browser: BrowserHeaders,
  ): Promise<Answer<SignedInView>> {
    const kept = session === 'cookie' ? this.cookie.read(browser) : null;
    const signedIn = await this.sso.signIn(token, kept, { device, language });
    return this.answers.of(200, signedIn, session);
  }

  @Post('verify')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Check a token of the host site',
    description:
      'For the developers of the site: reports the result of every check of a token. It signs nobody in, and reveals nothing about accounts. 404 if single sign-on is not configured.',
  })
  @Answers(200, SsoChecksView)
  async verify(@Body() { token }: VerifySsoDto): Promise<SsoChecksView> {
    const { checks, claims } = await this.tokens.judge(token);
    return { valid: claims !== null, checks };
  }
}
