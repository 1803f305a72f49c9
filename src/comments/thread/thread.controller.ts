import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../users/policy.js';
import { CallerGone } from '../../input/caller-gone.js';
import type { Gone } from '../../input/turns.js';
import { ApiPublicRead } from '../../input/conditional.js';
import { EventsQuery, EventsView } from './client-events.dto.js';
import { ThreadPageView, ThreadQuery } from '../shape/comments.dto.js';
import { sendPage } from './page-answer.js';
import { isUuid } from '../../text/uuid.js';
import { ThreadFront } from './thread-front.js';
import { ThreadService } from './thread.service.js';

/** The thread of a post. */
@ApiTags('threads')
@Controller('api/v1/posts/:post')
export class ThreadController {
  constructor(
    private readonly thread: ThreadService,
    private readonly front: ThreadFront,
  ) {}

  @Get('comments')
  @Public()
  @ApiPublicRead()
  @ApiOperation({
    summary: 'A page of the thread',
    description: 'Top-level comments with their first replies; the same for everyone.',
  })
  @ApiOkResponse({ type: ThreadPageView })
  async getPage(
    @Param('post') post: string,
    @Query() query: ThreadQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.thread.getPage(post, query);
    const path = `/api/v1/posts/${post}/comments`;
    this.front.remember({ address: request.raw.url!, path, query, lasting: isUuid(post) }, page);
    await sendPage(request, reply, page);
  }

  @Get('events')
  @Public()
  @ApiOperation({
    summary: 'What happened after a seq',
    description: 'The same events as over the socket, in order and without a gap.',
  })
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: EventsView })
  listEvents(
    @Param('post') post: string,
    @Query() query: EventsQuery,
    @CallerGone() gone: Gone,
  ): Promise<EventsView> {
    return this.thread.listEvents(post, query, gone);
  }
}
