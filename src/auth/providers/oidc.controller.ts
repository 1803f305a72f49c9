import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { type Caller, CurrentCaller } from '../../input/caller-gone.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import type { Language } from '../../text/plain/languages.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { Entry, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { CurrentDevice } from '../sessions/device.js';
import { LinkIdentityDto, OidcProvidersView, StartOidcQuery } from './oidc.dto.js';
import { OidcClients } from './oidc-clients.js';
import { windowAnswer } from './oidc-page.js';
import { OidcService } from './oidc.service.js';
import { OidcVisitCookie } from './oidc-visit-cookie.js';

/** Signing in by other sites, in a window of the service's own origin. */
@ApiTags('auth')
@Controller('api/v1/auth/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly clients: OidcClients,
    private readonly cookie: OidcVisitCookie,
  ) {}

  @Get()
  @Entry()
  @Header('cache-control', 'public, no-cache')
  @ApiOperation({
    summary: 'List the sign-in providers',
    description: 'The OpenID Connect providers that the service is configured for.',
  })
  @Answers(200, OidcProvidersView)
  list(): OidcProvidersView {
    return { items: this.clients.providers.map(({ id, name }) => ({ id, name })) };
  }

  @Get(':provider/start')
  @Entry()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Start signing in by a provider',
    description:
      'A page of the site opens this URL in a window. It redirects to the provider. 404 for a provider that is not configured.',
  })
  @HttpCode(302)
  @ApiResponse({ status: 302, description: 'Redirects to the provider.' })
  async start(
    @Param('provider') provider: string,
    @Query() { origin, purpose }: StartOidcQuery,
  ): Promise<Answer<void>> {
    const { address, sealed } = await this.oidc.start(provider, origin, purpose === 'link');
    return new Answer(302, null, { location: address, ...this.cookie.keep(sealed) });
  }

  @Get(':provider/callback')
  @Entry()
  @ApiOperation({
    summary: 'Handle the redirect of a provider',
    description:
      'Returns a page that sends one message by `postMessage` to the exact origin that opened the window, and closes: `{ type: "colloquy:signed-in", refreshToken }`, `{ type: "colloquy:second-factor", challenge }` for `/auth/totp/verify`, `{ type: "colloquy:identity", proof }` or `{ type: "colloquy:sign-in-failed" }`.',
  })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async finish(
    @Param('provider') provider: string,
    @CurrentDevice() device: string | null,
    @CurrentLanguage() language: Language,
    // Providers may add other parameters.
    @Query() _: object,
    @Req() { headers, url }: FastifyRequest,
  ): Promise<Answer<string>> {
    const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    const kept = this.cookie.read(headers.cookie);
    const { message, origin } = await this.oidc.finish(provider, search, kept, {
      device,
      language,
    });
    return windowAnswer(message, origin, language, this.cookie.clear());
  }

  @Post('link')
  @Private()
  @ApiOperation({
    summary: 'Link a site',
    description:
      'Takes the proof from the sign-in window and the password; an account without one needs a fresh sign-in. The link is removed when the password changes or the account is taken back.',
  })
  @Answers(204)
  async link(
    @CurrentMember() member: Member,
    @Body() link: LinkIdentityDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.oidc.link(member, link, caller);
  }
}
