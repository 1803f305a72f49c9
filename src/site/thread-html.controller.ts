import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../users/policy.js';
import { sendPage } from '../comments/thread/page-answer.js';
import { ApiPublicRead } from '../input/conditional.js';
import { ThreadHtmlQuery } from './thread-html.dto.js';
import { ThreadHtmlService } from './thread-html.service.js';

export const HTML_TYPE = 'text/html; charset=utf-8';

@ApiTags('threads')
@Controller('api/v1/posts/:post/thread.html')
export class ThreadHtmlController {
  constructor(private readonly threads: ThreadHtmlService) {}

  @Get()
  @Public()
  @ApiPublicRead()
  @ApiOperation({
    summary: 'A page of the thread as HTML',
    description:
      'A fragment that a site puts into its page when it is built or served: for readers without JavaScript, and for search engines. The same for everyone.',
  })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async get(
    @Param('post') post: string,
    @Query() query: ThreadHtmlQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const fragment = await this.threads.get(post, query);
    // It is found in the pages that include it, and is no page by itself.
    void reply.header('x-robots-tag', 'noindex');
    await sendPage(request, reply, fragment, HTML_TYPE);
  }
}
