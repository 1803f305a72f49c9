import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { ActsOnPost } from '../../posts/endings/post-endings.interceptor.js';
import { Staff } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import { CommentDecisionsService } from './comment-decisions.service.js';
import {
  CaseView,
  CommentDecisionView,
  DecideCommentDto,
  DecidePostDto,
  DecideUserDto,
  DismissalView,
  DismissDto,
  PostDecisionView,
  UndoView,
  UserDecisionView,
} from './decisions.dto.js';
import { NoteDto } from '../terms/decision-reason.dto.js';
import { NameDismissalsService } from './name-dismissals.service.js';
import { PostDecisionsService } from './post-decisions.service.js';
import { UndoService } from './undo.service.js';
import { UserDecisionsService } from './user-decisions.service.js';
import { Id } from '../../input/id.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import { DecisionNotFound, QueueItemNotFound } from '../terms/moderation.errors.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation')
export class DecisionsController {
  constructor(
    private readonly onComments: CommentDecisionsService,
    private readonly onPosts: PostDecisionsService,
    private readonly onUsers: UserDecisionsService,
    private readonly onNames: NameDismissalsService,
    private readonly undoing: UndoService,
  ) {}

  @Post('comments/:id/decisions')
  @ApiOperation({
    summary: 'Decide on a comment',
    description:
      'Approve, remove or restore the comment; pin or feature it, lock its branch, or reverse these. The second of two moderators who saw the same version gets 409.',
  })
  @Answers(201, CommentDecisionView)
  decideComment(
    @CurrentAsker() member: Asker,
    @Id(CommentNotFound) id: string,
    @Body() input: DecideCommentDto,
  ): Promise<Answer<CommentDecisionView>> {
    return this.onComments.decide(member, id, input);
  }

  @Post('posts/:post/decisions')
  @ActsOnPost()
  @ApiOperation({
    summary: 'Lock or unlock a discussion',
    description: 'A locked discussion accepts no comments and no edits.',
  })
  @Answers(201, PostDecisionView)
  decidePost(
    @CurrentAsker() member: Asker,
    @Param('post') post: string,
    @Body() input: DecidePostDto,
  ): Promise<Answer<PostDecisionView>> {
    return this.onPosts.decide(member, post, input);
  }

  @Post('users/:id/decisions')
  @ApiOperation({
    summary: 'Decide on an account',
    description:
      'Warn, premoderate, suspend, ban, reinstate or rename the account, or add a note for moderators. `id` is the id or the user name.',
  })
  @Answers(201, UserDecisionView)
  decideUser(
    @CurrentAsker() member: Asker,
    @Param('id') id: string,
    @Body() input: DecideUserDto,
  ): Promise<Answer<UserDecisionView>> {
    return this.onUsers.decide(member, id, input);
  }

  @Get('users/:id')
  @ApiOperation({
    summary: 'Get the moderation view of an account',
    description: 'The account with its decisions and notes. `id` is the id or the user name.',
  })
  @PrivateRead(CaseView)
  getCase(@Param('id') id: string): Promise<CaseView> {
    return this.onUsers.getCase(id);
  }

  @Post('decisions/:id/undo')
  @ApiOperation({
    summary: 'Undo a decision',
    description:
      'Restores the former state, if nothing has changed since (else 409). Within a minute of the decision its author is notified of neither.',
  })
  @Answers(201, UndoView)
  undo(
    @CurrentAsker() member: Asker,
    @Id(DecisionNotFound) id: string,
    @Body() input: NoteDto,
  ): Promise<Answer<UndoView>> {
    return this.undoing.undo(member, id, input);
  }

  @Post('queue/:id/dismissal')
  @ApiOperation({
    operationId: 'queueDismiss',
    summary: 'Dismiss the reports of an account',
    description:
      'The reporters are notified that moderation disagrees. To dismiss reports of a comment, approve the comment.',
  })
  @Answers(201, DismissalView)
  dismiss(
    @CurrentAsker() member: Asker,
    @Id(QueueItemNotFound) id: string,
    @Body() input: DismissDto,
  ): Promise<Answer<DismissalView>> {
    return this.onNames.dismiss(member, id, input);
  }
}
