import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { SignedIn } from '../../users/policy.js';
import { CallerGone } from '../../input/caller-gone.js';
import type { Gone } from '../../input/turns.js';
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
  @ApiOperation({
    operationId: 'threadCreate',
    summary: 'Write a comment',
    description:
      'A top-level comment, or a reply with `parentId`. With an `Idempotency-Key` a repetition gets the first answer.',
  })
  @Answers(201, SingleCommentView)
  @Answers(202, SingleCommentView, 'It waits for a moderator; `hold` says why.')
  create(
    @CurrentMember() member: Member,
    @Param('post') post: string,
    @Body() input: CreateCommentDto,
    @CurrentIntent() intent: Intent | null,
    @CallerGone() gone: Gone,
  ): Promise<Answer<SingleCommentView>> {
    return this.creation.create(member, post, input, intent, gone);
  }
}
