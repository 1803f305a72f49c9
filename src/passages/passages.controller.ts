import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Answer } from '../input/answer.js';
import { Answers, PublicRead } from '../input/answer-decorators.js';
import { ActsOnPost } from '../posts/endings/post-endings.interceptor.js';
import { Public, SignedIn } from '../users/viewer/policy.js';
import { pageAnswer } from '../comments/thread/cached-page.js';
import { type Asker, CurrentAsker } from '../users/viewer/asker.js';
import { CallerGone } from '../input/caller-gone.js';
import { PageQuery } from '../input/paging.js';
import type { Gone } from '../input/fair-queue.js';
import { PassageListView } from './passages.dto.js';
import { PassagesService } from './passages.service.js';
import { PostUpdateListView, PostUpdateView, PublishUpdateDto } from './post-updates.dto.js';
import { PostUpdatesService } from './post-updates.service.js';

/** The text of a post under discussion: its passages, and the updates by its author. */
@ApiTags('posts')
@Controller('api/v1/posts/:post')
export class PassagesController {
  constructor(
    private readonly passages: PassagesService,
    private readonly updates: PostUpdatesService,
  ) {}

  @Get('anchors')
  @Public()
  @ApiOperation({
    summary: 'List the passages of a post',
    description:
      'Passages that comments are about, with the number of published comments on each. The response is the same for everyone.',
  })
  @PublicRead(PassageListView)
  async listPassages(
    @Param('post') post: string,
    @CallerGone() gone: Gone,
    @Req() { headers }: FastifyRequest,
  ): Promise<Answer<PassageListView, Buffer | null>> {
    return pageAnswer(await this.passages.getPage(post, gone), headers);
  }

  @Get('updates')
  @Public()
  @ApiOperation({
    summary: 'List the updates of a post',
    description: 'The updates of the author, newest first.',
  })
  @PublicRead(PostUpdateListView)
  listUpdates(@Param('post') post: string, @Query() query: PageQuery): Promise<PostUpdateListView> {
    return this.updates.list(post, query);
  }

  @Post('updates')
  @ActsOnPost()
  @SignedIn()
  @ApiOperation({
    summary: 'Publish an update of a post',
    description:
      'For its author and moderators. `body` changes the text of the post at the same time.',
  })
  @Answers(201, PostUpdateView)
  publishUpdate(
    @CurrentAsker() member: Asker,
    @Param('post') post: string,
    @Body() input: PublishUpdateDto,
    @CallerGone() gone: Gone,
  ): Promise<Answer<PostUpdateView>> {
    return this.updates.publish(member, post, input, gone);
  }
}
