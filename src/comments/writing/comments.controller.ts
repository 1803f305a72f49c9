import { Body, Controller, Delete, Get, Headers, Patch, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead, PublicRead } from '../../input/answer-decorators.js';
import { CurrentMember, CurrentViewer } from '../../users/current-viewer.js';
import { Public, SignedIn } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import { CallerGone } from '../../input/caller-gone.js';
import type { Gone } from '../../input/turns.js';
import { InvalidInput } from '../../problems/general.errors.js';
import type { Member, Viewer } from '../../users/viewer.js';
import {
  CommentRevisionListView,
  ContextView,
  EditCommentDto,
  RepliesQuery,
  RevisionsQuery,
  SingleCommentView,
  ThreadPageView,
} from '../shape/comments.dto.js';
import { CommentNotFound, VersionRequired } from '../shape/comments.errors.js';
import { CommentsService } from './comments.service.js';
import { pageAnswer } from '../thread/page-answer.js';
import { CachedPageResponder } from '../thread/cached-page-responder.js';
import { ThreadService } from '../thread/thread.service.js';
import { Id } from '../../input/id.js';

@ApiTags('comments')
@Controller('api/v1/comments/:id')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly thread: ThreadService,
    private readonly responder: CachedPageResponder,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Get a comment',
    description: 'As the caller may see it: authors and moderators see more than others.',
  })
  @PrivateRead(SingleCommentView)
  get(
    @CurrentViewer() viewer: Viewer,
    @Id(CommentNotFound) id: string,
  ): Promise<SingleCommentView> {
    return this.thread.getComment(viewer, id);
  }

  @Get('context')
  @Public()
  @ApiOperation({
    summary: 'Get a comment in its context',
    description: 'The root, the nearest ancestors, the comment, and its first replies.',
  })
  @PrivateRead(ContextView)
  getContext(
    @CurrentViewer() viewer: Viewer,
    @Id(CommentNotFound) id: string,
  ): Promise<Answer<ContextView>> {
    return this.thread.getContext(viewer, id);
  }

  @Get('replies')
  @Public()
  @ApiOperation({ summary: 'List the replies of a comment', description: 'The oldest first.' })
  @PublicRead(ThreadPageView)
  async getReplies(
    @Id(CommentNotFound) id: string,
    @Query() query: RepliesQuery,
    @Req() { raw: { url }, headers }: FastifyRequest,
  ): Promise<Answer<ThreadPageView, Buffer | null>> {
    const page = await this.thread.getReplies(id, query);
    // Whether the branch may still be read is asked after every change.
    const path = `/api/v1/comments/${id}/replies`;
    this.responder.remember({ address: url!, path, query, lasting: false }, page);
    return pageAnswer(page, headers);
  }

  @Get('revisions')
  @Public()
  @ApiOperation({
    summary: 'List the revisions of a comment',
    description:
      'The texts before marked edits; its author and moderators also see those of the silent minutes.',
  })
  @PrivateRead(CommentRevisionListView)
  listRevisions(
    @CurrentViewer() viewer: Viewer,
    @Id(CommentNotFound) id: string,
    @Query() query: RevisionsQuery,
  ): Promise<CommentRevisionListView> {
    return this.thread.listRevisions(viewer, id, query);
  }

  @Patch()
  @SignedIn()
  @ApiOperation({
    summary: 'Edit your comment',
    description:
      '`If-Match` names the version that is edited. What it said before stays under its revisions.',
  })
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version that is edited, such as "3".',
  })
  @Answers(200, SingleCommentView)
  edit(
    @CurrentMember() member: Member,
    @Id(CommentNotFound) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: EditCommentDto,
    @CurrentIntent() intent: Intent | null,
    @CallerGone() gone: Gone,
  ): Promise<Answer<SingleCommentView>> {
    return this.comments.edit(member, id, versionOf(ifMatch), input, intent, gone);
  }

  @Delete()
  @SignedIn()
  @ApiOperation({
    summary: 'Delete your comment',
    description: 'A comment with replies leaves a tombstone in its place.',
  })
  @Answers(204)
  delete(
    @CurrentMember() member: Member,
    @Id(CommentNotFound) id: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<void>> {
    return this.comments.delete(member, id, intent);
  }
}

function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new VersionRequired();
  const found = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(ifMatch);
  if (!found) throw InvalidInput.at('If-Match', 'Send the version of the comment, such as "3".');
  return Number(found[1]);
}
