import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Asker, CurrentAsker } from '../users/viewer/asker.js';
import type { Answer } from '../input/answer.js';
import { Answers, PrivateRead, PublicRead } from '../input/answer-decorators.js';
import { CallerGone } from '../input/caller-gone.js';
import { Id } from '../input/id.js';
import { PageQuery } from '../input/paging.js';
import type { Gone } from '../input/fair-queue.js';
import { LongTextPool } from '../posts/texts/long-text-pool.js';
import { InvalidInput } from '../problems/general.errors.js';
import { CurrentViewer } from '../users/viewer/current-viewer.js';
import { GuestsToo, Private, Public, SignedIn } from '../users/viewer/policy.js';
import type { Viewer } from '../users/viewer/viewer.js';
import {
  CommentRevisionListView,
  ContextView,
  EditCommentDto,
  PreviewDto,
  PreviewView,
  RepliesQuery,
  SingleCommentView,
  ThreadPageView,
} from './shape/comments.dto.js';
import { CommentNotFound, VersionRequired } from './shape/comments.errors.js';
import { CachedPageResponder } from './thread/cached-page-responder.js';
import { ForeignIdQuery, ForeignIdView } from './thread/imported-links.dto.js';
import { pageAnswer } from './thread/cached-page.js';
import { ThreadService } from './thread/thread.service.js';
import { VoteDto, VoteView } from './votes/votes.dto.js';
import { VotesService } from './votes/votes.service.js';
import { CommentChangesService } from './writing/comment-changes.service.js';

/** Single comments: reading them in their context, changing one's own, voting on them. */
@ApiTags('comments')
@Controller('api/v1')
export class CommentsController {
  constructor(
    private readonly comments: CommentChangesService,
    private readonly thread: ThreadService,
    private readonly responder: CachedPageResponder,
    private readonly votes: VotesService,
    private readonly texts: LongTextPool,
  ) {}

  @Get('comments/:id')
  @Public()
  @ApiOperation({
    summary: 'Get a comment',
    description:
      'The comment as the caller may see it: its author and moderators may see more than others.',
  })
  @PrivateRead(SingleCommentView)
  get(
    @CurrentViewer() viewer: Viewer,
    @Id(CommentNotFound) id: string,
  ): Promise<SingleCommentView> {
    return this.thread.getComment(viewer, id);
  }

  @Get('comments/:id/context')
  @Public()
  @ApiOperation({
    summary: 'Get a comment in its context',
    description:
      'The top-level comment, the nearest ancestors, the comment itself and its first replies.',
  })
  @PrivateRead(ContextView)
  getContext(
    @CurrentViewer() viewer: Viewer,
    @Id(CommentNotFound) id: string,
  ): Promise<Answer<ContextView>> {
    return this.thread.getContext(viewer, id);
  }

  @Get('comments/:id/replies')
  @Public()
  @ApiOperation({ summary: 'List the replies of a comment', description: 'Oldest first.' })
  @PublicRead(ThreadPageView)
  async getReplies(
    @Id(CommentNotFound) id: string,
    @Query() query: RepliesQuery,
    @Req() { raw: { url }, headers }: FastifyRequest,
  ): Promise<Answer<ThreadPageView, Buffer | null>> {
    const page = await this.thread.getReplies(id, query);
    // The branch may become unreadable with any change, so the framework checks every new page.
    const path = `/api/v1/comments/${id}/replies`;
    this.responder.remember({ address: url!, path, query, lasting: false }, page);
    return pageAnswer(page, headers);
  }

  @Get('comments/:id/revisions')
  @Public()
  @ApiOperation({
    summary: 'List the revisions of a comment',
    description:
      'The texts before marked edits. Its author and moderators also see those before edits that are not marked.',
  })
  @PrivateRead(CommentRevisionListView)
  listRevisions(
    @CurrentViewer() viewer: Viewer,
    @Id(CommentNotFound) id: string,
    @Query() query: PageQuery,
  ): Promise<CommentRevisionListView> {
    return this.thread.listRevisions(viewer, id, query);
  }

  @Patch('comments/:id')
  @SignedIn()
  @GuestsToo()
  @ApiOperation({
    summary: 'Edit your comment',
    description: '`If-Match` is the version to edit. The former text is kept as a revision.',
  })
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version to edit, such as "3".',
  })
  @Answers(200, SingleCommentView)
  edit(
    @CurrentAsker() member: Asker,
    @Id(CommentNotFound) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: EditCommentDto,
    @CallerGone() gone: Gone,
  ): Promise<Answer<SingleCommentView>> {
    return this.comments.edit(member, id, versionOf(ifMatch), input, gone);
  }

  @Delete('comments/:id')
  @SignedIn()
  @GuestsToo()
  @ApiOperation({
    summary: 'Delete your comment',
    description: 'A comment with replies is replaced by a tombstone.',
  })
  @Answers(204)
  delete(@CurrentAsker() member: Asker, @Id(CommentNotFound) id: string): Promise<Answer<void>> {
    return this.comments.delete(member, id);
  }

  @Get('posts/:post/comments/by-foreign-id')
  @Public()
  @ApiOperation({
    operationId: 'foreignIdsResolve',
    summary: 'Find an imported comment',
    description:
      'Takes the id of the comment in the system that it was imported from. 404 for a hidden comment, or one that was never imported.',
  })
  @PublicRead(ForeignIdView)
  findImported(
    @Param('post') post: string,
    @Query() query: ForeignIdQuery,
  ): Promise<ForeignIdView> {
    return this.thread.findImported(post, query);
  }

  @Post('previews')
  @Private()
  @GuestsToo()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'previewsShow',
    summary: 'Preview a text',
    description: 'Renders a text as a comment. Nothing is stored.',
  })
  @Answers(200, PreviewView)
  async preview(@Body() { body }: PreviewDto, @CallerGone() gone: Gone): Promise<PreviewView> {
    return { html: await this.texts.render(body, gone) };
  }

  @Put('comments/:id/vote')
  @SignedIn()
  @ApiOperation({
    operationId: 'votesVote',
    summary: 'Vote on a comment',
    description:
      'An account has one vote for each comment. A downvote expresses disagreement; it hides nothing.',
  })
  @Answers(200, VoteView)
  vote(
    @CurrentAsker() member: Asker,
    @Id(CommentNotFound) id: string,
    @Body() { value }: VoteDto,
  ): Promise<Answer<VoteView>> {
    return this.votes.vote(member, id, value);
  }
}

function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new VersionRequired();
  const found = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(ifMatch);
  if (!found) throw InvalidInput.at('If-Match', 'Send the version of the comment, such as "3".');
  return Number(found[1]);
}
