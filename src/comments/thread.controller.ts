import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Asker, CurrentAsker } from '../users/viewer/asker.js';
import type { Answer } from '../input/answer.js';
import { Answers, PrivateRead, PublicRead } from '../input/answer-decorators.js';
import { CallerGone } from '../input/caller-gone.js';
import type { Gone } from '../input/fair-queue.js';
import { isUuid } from '../text/plain/uuid.js';
import { CurrentViewer } from '../users/viewer/current-viewer.js';
import { GuestsToo, Private, Public, SignedIn } from '../users/viewer/policy.js';
import type { Viewer } from '../users/viewer/viewer.js';
import {
  PostViewerView,
  ReadingView,
  SetReadingDto,
  SubscribeToPostDto,
  SubscriptionView,
} from './read-state/read-state.dto.js';
import { ReadStateService } from './read-state/read-state.service.js';
import {
  CreateCommentDto,
  SingleCommentView,
  ThreadPageView,
  ThreadQuery,
} from './shape/comments.dto.js';
import { CachedPageResponder } from './thread/cached-page-responder.js';
import { EventsQuery, EventsView } from './thread/event-views.dto.js';
import { pageAnswer } from './thread/cached-page.js';
import { ThreadService } from './thread/thread.service.js';
import { CommentCreationService } from './writing/comment-creation.service.js';

/** The thread of a post: its pages, its events, new comments, and the state of the viewer. */
@ApiTags('threads')
@Controller('api/v1/posts/:post')
export class ThreadController {
  constructor(
    private readonly thread: ThreadService,
    private readonly responder: CachedPageResponder,
    private readonly creation: CommentCreationService,
    private readonly readState: ReadStateService,
  ) {}

  @Get('comments')
  @Public()
  @ApiOperation({
    summary: 'Get a page of the thread',
    description:
      'Top-level comments with their first replies. The response is the same for everyone.',
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
      'The events after a `seq`: the same as over the socket, in order and without gaps.',
  })
  @PrivateRead(EventsView, 'no-store')
  listEvents(
    @Param('post') post: string,
    @Query() query: EventsQuery,
    @CallerGone() gone: Gone,
  ): Promise<EventsView> {
    return this.thread.listEvents(post, query, gone);
  }

  @Post('comments')
  @SignedIn()
  @GuestsToo()
  @ApiOperation({
    summary: 'Write a comment',
    description:
      'Creates a top-level comment, or a reply with `parentId`. With an `Idempotency-Key` a repetition gets the first response.',
  })
  @Answers(201, SingleCommentView)
  @Answers(202, SingleCommentView, 'The comment is held for a moderator; `hold` says why.')
  create(
    @CurrentAsker() member: Asker,
    @Param('post') post: string,
    @Body() input: CreateCommentDto,
    @CallerGone() gone: Gone,
  ): Promise<Answer<SingleCommentView>> {
    return this.creation.create(member, post, input, gone);
  }

  @Get('viewer')
  @Public()
  @ApiOperation({
    operationId: 'readingsGet',
    summary: "Get the viewer's state of a post",
    description:
      "The viewer's votes, held and removed comments, permissions, slow mode, notification level and read position.",
  })
  @PrivateRead(PostViewerView)
  getViewer(@CurrentViewer() viewer: Viewer, @Param('post') post: string): Promise<PostViewerView> {
    return this.readState.get(viewer, post);
  }

  @Put('viewer')
  @Private()
  @GuestsToo()
  @ApiOperation({
    operationId: 'readingsSetSeen',
    summary: 'Save your read position',
    description:
      'All of your devices share it. It never moves back, and never beyond the newest event.',
  })
  @Answers(200, ReadingView)
  setSeen(
    @CurrentAsker() member: Asker,
    @Param('post') post: string,
    @Body() { lastSeenSeq }: SetReadingDto,
  ): Promise<Answer<ReadingView>> {
    return this.readState.setSeen(member, post, lastSeenSeq);
  }
  @Put('subscription')
  @Private()
  @ApiOperation({
    operationId: 'subscriptionsSet',
    summary: 'Set the notification level of a post',
    description:
      'Every comment, only replies and mentions, or nothing. Notifications of decisions and corrections follow your preferences.',
  })
  @Answers(200, SubscriptionView)
  subscribe(
    @CurrentAsker() member: Asker,
    @Param('post') post: string,
    @Body() { level }: SubscribeToPostDto,
  ): Promise<Answer<SubscriptionView>> {
    return this.readState.subscribe(member, post, level);
  }
}
