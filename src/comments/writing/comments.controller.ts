import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  Param,
  Patch,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember, CurrentViewer } from '../../users/current-viewer.js';
import { Public, SignedIn } from '../../users/policy.js';
import { send } from '../../acts/answer.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import { ApiPublicRead } from '../../input/conditional.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { isUuid } from '../../text/uuid.js';
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
import { sendPage } from '../thread/page-answer.js';
import { ThreadFront } from '../thread/thread-front.js';
import { ThreadService } from '../thread/thread.service.js';

/** One answer for each viewer: no shared cache may keep it. */
const PRIVATE = 'private, no-store';

@ApiTags('comments')
@Controller('api/v1/comments/:id')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly thread: ThreadService,
    private readonly front: ThreadFront,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'A comment, as the caller may see it' })
  @Header('cache-control', PRIVATE)
  @ApiOkResponse({ type: SingleCommentView })
  get(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<SingleCommentView> {
    return this.thread.getComment(viewer, id);
  }

  @Get('context')
  @Public()
  @ApiOperation({
    summary: 'A comment in its place',
    description: 'The root, the nearest ancestors, the comment, its first replies.',
  })
  @ApiOkResponse({ type: ContextView })
  async getContext(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = await this.thread.getContext(viewer, id);
    void reply.header('cache-control', PRIVATE).type('application/json; charset=utf-8').send(body);
  }

  @Get('replies')
  @Public()
  @ApiPublicRead()
  @ApiOperation({ summary: 'More replies of a branch, the oldest first' })
  @ApiOkResponse({ type: ThreadPageView })
  async getReplies(
    @Param('id') id: string,
    @Query() query: RepliesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.thread.getReplies(id, query);
    // Whether the branch may still be read is asked after every change.
    const path = `/api/v1/comments/${id}/replies`;
    this.front.remember({ address: request.raw.url!, path, query, lasting: false }, page);
    await sendPage(request, reply, page);
  }

  @Get('revisions')
  @Public()
  @ApiOperation({
    summary: 'What a comment said before',
    description:
      'The texts before marked edits; its author and moderators also see those of the silent minutes.',
  })
  @Header('cache-control', PRIVATE)
  @ApiOkResponse({ type: CommentRevisionListView })
  listRevisions(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query() query: RevisionsQuery,
  ): Promise<CommentRevisionListView> {
    return this.thread.listRevisions(viewer, id, query);
  }

  @Patch()
  @SignedIn()
  @ApiOperation({ summary: 'Edit an own comment' })
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version that is edited, such as "3".',
  })
  @ApiOkResponse({ type: SingleCommentView })
  async edit(
    @CurrentMember() member: Member,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: EditCommentDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.comments.edit(member, known(id), versionOf(ifMatch), input, intent));
  }

  @Delete()
  @SignedIn()
  @ApiOperation({ summary: 'Delete an own comment' })
  @ApiNoContentResponse()
  async delete(
    @CurrentMember() member: Member,
    @Param('id') id: string,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.comments.delete(member, known(id), intent));
  }
}

function known(id: string): string {
  if (!isUuid(id)) throw new CommentNotFound();
  return id.toLowerCase();
}

function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new VersionRequired();
  const found = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(ifMatch);
  if (!found) throw InvalidInput.at('If-Match', 'Send the version of the comment, such as "3".');
  return Number(found[1]);
}
