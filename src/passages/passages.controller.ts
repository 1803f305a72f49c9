import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember } from '../users/current-viewer.js';
import { Public, SignedIn } from '../users/policy.js';
import { sendPage } from '../comments/thread/page-answer.js';
import { send } from '../acts/answer.js';
import { CurrentIntent, type Intent } from '../acts/intent.js';
import { CallerGone } from '../input/caller-gone.js';
import { ApiPublicRead, sendPublic } from '../input/conditional.js';
import type { Gone } from '../input/turns.js';
import type { Member } from '../users/viewer.js';
import { PassageListView } from './passages.dto.js';
import { PassagesService } from './passages.service.js';
import {
  PostUpdateListView,
  PostUpdateView,
  PublishUpdateDto,
  UpdatesQuery,
} from './post-updates.dto.js';
import { PostUpdatesService } from './post-updates.service.js';

/** The text of a post under discussion: its passages, and what its author adds. */
@ApiTags('posts')
@Controller('api/v1/posts/:post')
export class PassagesController {
  constructor(
    private readonly passages: PassagesService,
    private readonly updates: PostUpdatesService,
  ) {}

  @Get('anchors')
  @Public()
  @ApiPublicRead()
  @ApiOperation({
    summary: 'The passages of a post that comments are about',
    description: 'With the number of published comments on each; the same for everyone.',
  })
  @ApiOkResponse({ type: PassageListView })
  async listPassages(
    @Param('post') post: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(request, reply, await this.passages.getPage(post));
  }

  @Get('updates')
  @Public()
  @ApiPublicRead()
  @ApiOperation({ summary: 'What the author of a post has added to it, the newest first' })
  @ApiOkResponse({ type: PostUpdateListView })
  async listUpdates(
    @Param('post') post: string,
    @Query() query: UpdatesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.updates.list(post, query)));
  }

  @Post('updates')
  @SignedIn()
  @ApiOperation({
    summary: 'Publish an update of a post',
    description: 'By its author or a moderator; `body` changes the text of the post with it.',
  })
  @ApiCreatedResponse({ type: PostUpdateView })
  async publishUpdate(
    @CurrentMember() member: Member,
    @Param('post') post: string,
    @Body() input: PublishUpdateDto,
    @CurrentIntent() intent: Intent | null,
    @CallerGone() gone: Gone,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.updates.publish(member, post, input, intent, gone));
  }
}
