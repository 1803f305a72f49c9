import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { send } from '../../acts/answer.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { SignedIn } from '../../users/policy.js';
import type { Member } from '../../users/viewer.js';
import { CommentCreationService } from './comment-creation.service.js';
import { CreateCommentDto, SingleCommentView } from '../shape/comments.dto.js';

/** Writing into the thread of a post. */
@ApiTags('threads')
@Controller('api/v1/posts/:post/comments')
export class CommentCreationController {
  constructor(private readonly creation: CommentCreationService) {}

  @Post()
  @SignedIn()
  @ApiOperation({ operationId: 'threadCreate', summary: 'Write a comment, or a reply to one' })
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
}
