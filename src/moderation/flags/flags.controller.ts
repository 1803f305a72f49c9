import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { SignedIn } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import { FlagCommentDto, FlagView } from './flags.dto.js';
import { FlagsService } from './flags.service.js';
import { Id } from '../../input/id.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';

@ApiTags('comments')
@Controller('api/v1/comments/:id/flags')
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  @Post()
  @ApiOperation({
    summary: 'Report a comment',
    description: 'Only moderators see who reported it.',
  })
  @SignedIn()
  @Answers(201, FlagView)
  flag(
    @CurrentMember() member: Member,
    @Id(CommentNotFound) id: string,
    @Body() input: FlagCommentDto,
    @Ip() address: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<FlagView>> {
    return this.flags.flag(member, id, input, address, intent);
  }
}
