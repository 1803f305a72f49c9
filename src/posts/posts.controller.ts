import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answer } from '../input/answer.js';
import { Answers, PublicRead } from '../input/answer-decorators.js';
import { digestTag } from '../input/conditional.js';
import { CurrentViewer } from '../users/viewer/current-viewer.js';
import { GuestsToo, Public, SignedIn, Staff } from '../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../users/viewer/asker.js';
import { CallerGone } from '../input/caller-gone.js';
import type { Gone } from '../input/fair-queue.js';
import { PageQuery } from '../input/paging.js';
import type { Viewer } from '../users/viewer/viewer.js';
import { ActsOnPost } from './endings/post-endings.interceptor.js';
import { AddUrlDto, CreatePageDto, FindPageQuery } from './pages/host-pages.dto.js';
import { HostPagesService } from './pages/host-pages.service.js';
import {
  ChangePostDto,
  CreatePostDto,
  FilterPostsQuery,
  PostDetailView,
  PostListView,
  PostRevisionListView,
  PostView,
} from './shape/posts.dto.js';
import { PostHistoryService } from './texts/post-history.service.js';
import { PostsService } from './writing/posts.service.js';

@ApiTags('posts')
@Controller('api/v1/posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly pages: HostPagesService,
    private readonly history: PostHistoryService,
  ) {}

  @Post()
  @Staff()
  @ApiOperation({
    summary: 'Create a post',
    description: 'Creates a post with a text of its own, or for a page of the host site.',
  })
  @Answers(201, PostDetailView)
  create(
    @CurrentAsker() member: Asker,
    @Body() input: CreatePostDto,
    @CallerGone() gone: Gone,
  ): Promise<Answer<PostDetailView>> {
    return this.posts.create(member, input, gone);
  }

  @Get()
  @Public()
  @ApiOperation({
    summary: 'List posts',
    description:
      'Newest first. Lists posts of staff, imported posts and verified pages. `list` shows the others to moderators.',
  })
  @PublicRead(PostListView)
  async list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: FilterPostsQuery,
  ): Promise<PostListView | Answer<PostListView, string>> {
    const page = await this.posts.list(viewer, query);
    if ((query.list ?? 'listed') === 'listed') return page;
    const text = JSON.stringify(page);
    return new Answer(200, text, { etag: digestTag(text), 'cache-control': 'private, no-store' });
  }

  @Get('by-page')
  @Public()
  @ApiOperation({
    summary: 'Find the post of a page',
    description:
      'Takes the key of the page, its URL, or both. 404 until somebody has commented there; the problem is `page-not-begun` if only staff may start discussions.',
  })
  @PublicRead(PostView)
  getByPage(@Query() query: FindPageQuery): Promise<PostView> {
    return this.pages.get(query);
  }

  @Post('by-page')
  @SignedIn()
  @GuestsToo()
  @ApiOperation({
    summary: 'Find or create the post of a page',
    description:
      'Needed before the first comment on a page. The service fetches the page. If the page confirms its URL, the post is listed, with the title and language of the page. If not, its comments are held until a moderator or a later check decides.',
  })
  @Answers(201, PostView)
  @Answers(200, PostView, 'It existed already.')
  ensurePage(
    @CurrentAsker() member: Asker,
    @Body() input: CreatePageDto,
    @CallerGone() gone: Gone,
  ): Promise<Answer<PostView>> {
    return this.pages.ensure(member, input, gone);
  }

  @Get(':post')
  @Public()
  @ApiOperation({ summary: 'Get a post', description: '`post` is the id or the slug.' })
  @PublicRead(PostDetailView)
  get(@Param('post') ref: string): Promise<PostDetailView> {
    return this.posts.get(ref);
  }

  @Patch(':post')
  @ActsOnPost()
  @SignedIn()
  @ApiOperation({
    summary: 'Change a post',
    description:
      'Its author may change title, summary and body; moderators may change everything. A new `url` replaces the former one.',
  })
  @Answers(200, PostDetailView)
  change(
    @CurrentAsker() member: Asker,
    @Param('post') ref: string,
    @Body() input: ChangePostDto,
    @CallerGone() gone: Gone,
  ): Promise<Answer<PostDetailView>> {
    return this.posts.change(member, ref, input, gone);
  }

  @Get(':post/revisions')
  @Public()
  @ApiOperation({
    summary: 'List the revisions of a post',
    description: 'The current text and the former texts, newest first.',
  })
  @PublicRead(PostRevisionListView)
  listRevisions(
    @Param('post') ref: string,
    @Query() query: PageQuery,
  ): Promise<PostRevisionListView> {
    return this.history.list(ref, query);
  }

  @Post(':post/urls')
  @ActsOnPost()
  @Staff()
  @ApiOperation({
    summary: 'Add a URL to a post',
    description: 'The host site shows the post under this URL, too.',
  })
  @Answers(201, PostDetailView)
  addUrl(
    @CurrentAsker() member: Asker,
    @Param('post') ref: string,
    @Body() { url }: AddUrlDto,
  ): Promise<Answer<PostDetailView>> {
    return this.posts.addUrl(member, ref, url);
  }
}
