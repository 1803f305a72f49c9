import { Body, Controller, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { SignedIn } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import { VoteDto, VoteView } from './votes.dto.js';
import { VotesService } from './votes.service.js';
import { Id } from '../../input/id.js';
import { CommentNotFound } from '../shape/comments.errors.js';

@ApiTags('comments')
@Controller('api/v1/comments/:id/vote')
export class VotesController {
  constructor(private readonly votes: VotesService) {}

  @Put()
  @SignedIn()
  @ApiOperation({
    summary: 'Vote on a comment',
    description: 'A user has one vote. A vote against says that one disagrees; it hides nothing.',
  })
  @Answers(200, VoteView)
  vote(
    @CurrentMember() member: Member,
    @Id(CommentNotFound) id: string,
    @Body() { value }: VoteDto,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<VoteView>> {
    return this.votes.vote(member, id, value, intent);
  }
}
