import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember } from '../auth/current-viewer.js';
import { Public, SignedIn } from '../auth/policy.js';
import { send } from '../acts/answer.js';
import { CurrentIntent, type Intent } from '../acts/intent.js';
import { CallerGone } from '../input/caller-gone.js';
import type { Gone } from '../input/turns.js';
import { ApiPublicRead } from '../input/conditional.js';
import type { Member } from '../users/viewer.js';
import { EventsQuery, EventsView } from './client-events.dto.js';
import {
  CreateCommentDto,
  SingleCommentView,
  ThreadPageView,
  ThreadQuery,
} from './comments.dto.js';
import { CommentCreationService } from './comment-creation.service.js';
import { sendPage } from './page-answer.js';
import { isUuid } from '../text/uuid.js';
import { ThreadFront } from './thread-front.js';
import { ThreadService } from './thread.service.js';

/** The thread of a post. */
@ApiTags('threads')
@Controller('api/v1/posts/:post')
export class ThreadController {
  constructor(
    private readonly thread: ThreadService,
    private readonly creation: CommentCreationService,
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

  @Post('comments')
  @SignedIn()
  @ApiOperation({ summary: 'Write a comment, or a reply to one' })
  @ApiCreatedResponse({ type: SingleCommentView })
  @ApiAcceptedResponse({
    type: SingleCommentView,
    description: 'It waits for a moderator; `hold` says why.',
  })
  async create(
    @CurrentMember() member: Member,
    @Param('post') post: string,
    @Body() input: CreateCommentDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.creation.create(member, post, input, intent));
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
