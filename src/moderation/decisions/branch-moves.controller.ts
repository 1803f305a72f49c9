import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import type { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { Id } from '../../input/id.js';
import { Staff } from '../../users/viewer/policy.js';
import { BranchMovesService } from './branch-moves.service.js';
import { CommentDecisionView, MoveBranchDto } from './decisions.dto.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/comments/:id')
export class BranchMovesController {
  constructor(private readonly branches: BranchMovesService) {}

  @Post('move')
  @ApiOperation({
    operationId: 'commentsMove',
    summary: 'Move a comment with all below it into another post',
    description:
      'It stands at the top there, with its replies, votes, reports and places in the queue. The decision can be taken back.',
  })
  @Answers(201, CommentDecisionView)
  move(
    @CurrentAsker() member: Asker,
    @Id(CommentNotFound) id: string,
    @Body() input: MoveBranchDto,
  ): Promise<Answer<CommentDecisionView>> {
    return this.branches.move(member, id, input);
  }
}
