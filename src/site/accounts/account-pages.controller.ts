import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppConfig } from '../../config/app-config.js';
import { Answer } from '../../input/answer.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import { askedLanguage, type Language } from '../../text/plain/languages.js';
import { Public } from '../../users/viewer/policy.js';
import { HTML_TYPE, PAGE_HEADERS } from '../frame/page-frame.js';
import { accountPage, isAccountPage } from './account-page.js';
import { decidePage } from './decide-page.js';
import { passkeyWindow, securityPage } from './security-page.js';

/** The URLs of such pages are never sent as a referrer, and the pages are never cached. */
const HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-type': HTML_TYPE,
};

/** The pages of accounts. Mail programs add parameters to links, so unknown ones are ignored. */
@ApiExcludeController()
@Controller('account')
@Public()
export class AccountPagesController {
  constructor(private readonly config: AppConfig) {}

  @Get('security')
  security(
    @Query() { lang }: Record<string, unknown>,
    @CurrentLanguage() preferred: Language,
  ): Answer {
    const language = askedLanguage(lang) ?? preferred;
    return new Answer(200, securityPage(language, this.config), HEADERS);
  }

  @Get('decide')
  decide(
    @Query() { lang }: Record<string, unknown>,
    @CurrentLanguage() preferred: Language,
  ): Answer {
    const language = askedLanguage(lang) ?? preferred;
    return new Answer(200, decidePage(language, this.config.publicUrl), HEADERS);
  }

  /** The window of the site's page that opened it gets the session; no other window does. */
  @Get('passkey')
  passkey(
    @Query() { lang, origin }: Record<string, unknown>,
    @CurrentLanguage() preferred: Language,
  ): Answer {
    const language = askedLanguage(lang) ?? preferred;
    const { publicUrl, siteOrigins } = this.config;
    const asking = typeof origin === 'string' && siteOrigins.includes(origin) ? origin : null;
    return new Answer(200, passkeyWindow(language, publicUrl, asking), HEADERS);
  }

  @Get(':page')
  get(
    @Param('page') page: string,
    @Query() { lang }: Record<string, unknown>,
    @CurrentLanguage() preferred: Language,
  ): Answer {
    if (!isAccountPage(page)) throw new NotFoundException();
    const language = askedLanguage(lang) ?? preferred;
    return new Answer(200, accountPage(page, language, this.config.publicUrl), HEADERS);
  }
}
