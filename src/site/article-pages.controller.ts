import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../users/policy.js';
import { type Sort, SORTS } from '../comments/shape/comments.dto.js';
import { AppConfig } from '../config/app-config.js';
import { digestTag, sendPublic } from '../input/conditional.js';
import { ArticlePagesService } from './article-pages.service.js';
import { missingPage } from './empty-page.js';
import { PAGE_HEADERS } from './page-frame.js';
import { HTML_TYPE } from './thread-html.controller.js';
import type { ThreadHtmlQuery } from './thread-html.dto.js';

/** Pages for people. Links to them carry what others have added, so an unknown key is passed over. */
@ApiExcludeController()
@Controller()
@Public()
export class ArticlePagesController {
  constructor(
    private readonly pages: ArticlePagesService,
    private readonly config: AppConfig,
  ) {}

  @Get()
  async getFront(
    @Query() _query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendHtml(request, reply, await this.pages.getFront());
  }

  @Get('posts/:post')
  async getArticle(
    @Param('post') post: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.pages.findArticle(post, wantedOf(query));
    if (page === null) void reply.code(404);
    sendHtml(request, reply, page ?? missingPage(this.config.publicUrl));
  }
}

function sendHtml(request: FastifyRequest, reply: FastifyReply, page: string): void {
  void reply.headers(PAGE_HEADERS);
  sendPublic(request, reply, page, digestTag(page), HTML_TYPE);
}

function wantedOf({ sort, cursor }: Record<string, unknown>): ThreadHtmlQuery {
  return {
    ...(SORTS.includes(sort as Sort) ? { sort: sort as Sort } : {}),
    ...(typeof cursor === 'string' && cursor !== '' ? { cursor } : {}),
  };
}
