import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../users/viewer/policy.js';
import { type Sort, SORTS } from '../comments/shape/comments.dto.js';
import { AppConfig } from '../config/app-config.js';
import { Answer } from '../input/answer.js';
import { PublicRead } from '../input/answer-decorators.js';
import { PostEndingsRepository } from '../posts/endings/post-endings.repository.js';
import { ArticlePagesService } from './article-pages.service.js';
import { missingPage } from './empty-page.js';
import { HTML_TYPE, PAGE_HEADERS } from './frame/page-frame.js';
import type { ThreadHtmlQuery } from './thread-html.dto.js';

/** Pages for people. Other programs add parameters to links, so unknown ones are ignored. */
@ApiExcludeController()
@Controller()
@Public()
export class ArticlePagesController {
  constructor(
    private readonly pages: ArticlePagesService,
    private readonly config: AppConfig,
    private readonly endings: PostEndingsRepository,
  ) {}

  @Get()
  @PublicRead()
  async getFront(@Query() _query: Record<string, unknown>): Promise<Answer> {
    return htmlPage(200, await this.pages.getFront());
  }

  @Get('posts/:post')
  @PublicRead()
  async getArticle(
    @Param('post') post: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    const page = await this.pages.findArticle(post, wantedOf(query));
    if (page !== null) return htmlPage(200, page);
    const ending = await this.endings.find(post);
    const missing = missingPage(this.config.publicUrl);
    if (ending === null) return htmlPage(404, missing);
    if (ending.into === null) return htmlPage(410, missing);
    return new Answer(308, '', { location: ending.into });
  }
}

function htmlPage(status: number, page: string): Answer {
  return new Answer(status, page, { ...PAGE_HEADERS, 'content-type': HTML_TYPE });
}

function wantedOf({ sort, cursor }: Record<string, unknown>): ThreadHtmlQuery {
  return {
    ...(SORTS.includes(sort as Sort) ? { sort: sort as Sort } : {}),
    ...(typeof cursor === 'string' && cursor !== '' ? { cursor } : {}),
  };
}
