import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember } from '../users/current-viewer.js';
import { Public, SignedIn, Staff } from '../users/policy.js';
import { send } from '../acts/answer.js';
import { CurrentIntent, type Intent } from '../acts/intent.js';
import { CallerGone } from '../input/caller-gone.js';
import { ApiPublicRead, sendPublic } from '../input/conditional.js';
import type { Gone } from '../input/turns.js';
import type { Member } from '../users/viewer.js';
import { PagesService } from './pages.service.js';
import {
  AddUrlDto,
  ChangePostDto,
  CreatePageDto,
  CreatePostDto,
  ListPostsQuery,
  PageQuery,
  PostDetailView,
  PostListView,
  PostRevisionListView,
  PostView,
} from './posts.dto.js';
import { PostHistoryService } from './post-history.service.js';
import { PostsService } from './posts.service.js';

@ApiTags('posts')
@Controller('api/v1/posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly pages: PagesService,
    private readonly history: PostHistoryService,
  ) {}

  @Post()
  @Staff()
  @ApiOperation({
    summary: 'Make a post',
    description: 'Authored here, with a body, or a page of the host site.',
  })
  @ApiCreatedResponse({ type: PostDetailView })
  async create(
    @CurrentMember() member: Member,
    @Body() input: CreatePostDto,
    @CurrentIntent() intent: Intent | null,
    @CallerGone() gone: Gone,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.posts.create(member, input, intent, gone));
  }

  @Get()
  @Public()
  @ApiPublicRead()
  @ApiOperation({ summary: 'The posts, the newest first' })
  @ApiOkResponse({ type: PostListView })
  async list(
    @Query() query: ListPostsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.posts.list(query)));
  }

  @Get('by-page')
  @Public()
  @ApiPublicRead()
  @ApiOperation({
    summary: 'The post of a page of the host site',
    description: 'By its key, its address, or both; 404 while nobody has commented there.',
  })
  @ApiOkResponse({ type: PostView })
  async getByPage(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.pages.get(query)));
  }

  @Post('by-page')
  @SignedIn()
  @HttpCode(201)
  @ApiOperation({ summary: 'Make the post of a page of the host site, or find it' })
  @ApiCreatedResponse({ type: PostView })
  @ApiOkResponse({ type: PostView, description: 'It was there already.' })
  async ensurePage(
    @CurrentMember() member: Member,
    @Body() input: CreatePageDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.pages.ensure(member, input, intent));
  }

  @Get(':post')
  @Public()
  @ApiPublicRead()
  @ApiOperation({ summary: 'A post with its text', description: '`post` is the id or the slug.' })
  @ApiOkResponse({ type: PostDetailView })
  async get(
    @Param('post') ref: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.posts.get(ref)));
  }

  @Patch(':post')
  @SignedIn()
  @ApiOperation({
    summary: 'Change a post',
    description: 'Its author changes title, summary and body; moderators everything.',
  })
  @ApiOkResponse({ type: PostDetailView })
  async change(
    @CurrentMember() member: Member,
    @Param('post') ref: string,
    @Body() input: ChangePostDto,
    @CurrentIntent() intent: Intent | null,
    @CallerGone() gone: Gone,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.posts.change(member, ref, input, intent, gone));
  }

  @Get(':post/revisions')
  @Public()
  @ApiPublicRead()
  @ApiOperation({ summary: 'What a post says and said before, the newest first' })
  @ApiOkResponse({ type: PostRevisionListView })
  async listRevisions(
    @Param('post') ref: string,
    @Query() query: ListPostsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.history.list(ref, query)));
  }

  @Post(':post/urls')
  @Staff()
  @ApiOperation({ summary: 'Add an address under which the host site shows a post' })
  @ApiCreatedResponse({ type: PostDetailView })
  async addUrl(
    @CurrentMember() member: Member,
    @Param('post') ref: string,
    @Body() { url }: AddUrlDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.posts.addUrl(member, ref, url, intent));
  }
}
