import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicRead, PrivateRead } from '../../input/answer-decorators.js';
import { Public } from '../../users/policy.js';
import { CallerGone } from '../../input/caller-gone.js';
import type { Gone } from '../../input/turns.js';
import { EventsQuery, EventsView } from './client-events.dto.js';
import { ThreadPageView, ThreadQuery } from '../shape/comments.dto.js';
import { pageAnswer } from './page-answer.js';
import { isUuid } from '../../text/uuid.js';
import { CachedPageResponder } from './cached-page-responder.js';
import { ThreadService } from './thread.service.js';
import type { Answer } from '../../input/answer.js';

/** The thread of a post. */
@ApiTags('threads')
@Controller('api/v1/posts/:post')
export class ThreadController {
  constructor(
    private readonly thread: ThreadService,
    private readonly responder: CachedPageResponder,
  ) {}

  @Get('comments')
  @Public()
  @ApiOperation({
    summary: 'Get a page of the thread',
    description: 'Top-level comments with their first replies; the same for everyone.',
  })
  @PublicRead(ThreadPageView)
  async getPage(
    @Param('post') post: string,
    @Query() query: ThreadQuery,
    @Req() { raw: { url }, headers }: FastifyRequest,
  ): Promise<Answer<ThreadPageView, Buffer | null>> {
    const page = await this.thread.getPage(post, query);
    const path = `/api/v1/posts/${post}/comments`;
    this.responder.remember({ address: url!, path, query, lasting: isUuid(post) }, page);
    return pageAnswer(page, headers);
  }

  @Get('events')
  @Public()
  @ApiOperation({
    summary: 'List events',
    description:
      'What happened after a `seq`: the same events as over the socket, in order and without a gap.',
  })
  @PrivateRead(EventsView, 'no-store')
  listEvents(
    @Param('post') post: string,
    @Query() query: EventsQuery,
    @CallerGone() gone: Gone,
  ): Promise<EventsView> {
    return this.thread.listEvents(post, query, gone);
  }
}
