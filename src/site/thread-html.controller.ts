import { Controller, Get, Param, Query, Req, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicRead } from '../input/answer-decorators.js';
import { Public } from '../users/viewer/policy.js';
import { pageAnswer } from '../comments/thread/cached-page.js';
import { HTML_TYPE } from './frame/page-frame.js';
import { ThreadHtmlQuery } from './thread-html.dto.js';
import { ThreadHtmlService } from './thread-html.service.js';
import type { Answer } from '../input/answer.js';

@ApiTags('threads')
@Controller('api/v1/posts/:post/thread.html')
export class ThreadHtmlController {
  constructor(private readonly threads: ThreadHtmlService) {}

  @Get()
  @Public()
  @PublicRead()
  @ApiOperation({
    summary: 'Get a page of the thread as HTML',
    description:
      'A fragment that a site includes in its page when it is built or served: for readers without JavaScript, and for search engines. The response is the same for everyone.',
  })
  // The fragment itself must not be indexed: it is indexed in the pages that include it.
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  async get(
    @Param('post') post: string,
    @Query() query: ThreadHtmlQuery,
    @Req() { headers }: FastifyRequest,
  ): Promise<Answer<unknown, Buffer | null>> {
    return pageAnswer(await this.threads.get(post, query), headers, HTML_TYPE);
  }
}
