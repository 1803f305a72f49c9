import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppConfig } from '../../config/app-config.js';
import { Answer } from '../../input/answer.js';
import { CurrentLanguage } from '../../input/caller-language.js';
import { askedLanguage, type Language } from '../../text/plain/languages.js';
import { Public } from '../../users/viewer/policy.js';
import { HTML_TYPE, PAGE_HEADERS } from '../frame/page-frame.js';
import { accountPage, isAccountPage } from './account-page.js';

/** No address of such a page is told to anybody, and nothing of it is kept. */
const HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-type': HTML_TYPE,
};

/** The pages that links of mails open. Programs of mail add to links, so an unknown key is passed over. */
@ApiExcludeController()
@Controller('account')
@Public()
export class AccountPagesController {
  constructor(private readonly config: AppConfig) {}

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
