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
    summary: 'Move a branch to another post',
    description:
      'Moves a comment with all replies below it. It becomes a top-level comment there and keeps its votes, reports and queue items. The decision can be undone.',
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
