import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';
import { AnchorsService } from './anchors.service.js';
import { ClientEvents } from './client-events.js';
import { CommentCreationController } from './comment-creation.controller.js';
import { CommentCreationService } from './comment-creation.service.js';
import { BranchKeeper } from './branch-keeper.js';
import { CommentMarks } from './comment-marks.js';
import { CommentMarksRepository } from './comment-marks.repository.js';
import { CommentTransitions } from './comment-transitions.js';
import { CommentWriter } from './comment-writer.js';
import { CommentWriterRepository } from './comment-writer.repository.js';
import { CommentEntity } from './comment.entity.js';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsService } from './comments.service.js';
import { ForeignIdsController } from './foreign-ids.controller.js';
import { ForeignIdsRepository } from './foreign-ids.repository.js';
import { ForeignIdsService } from './foreign-ids.service.js';
import { LogPieces } from './log-pieces.js';
import { PageCache } from './page-cache.js';
import { QuotesRepository } from './quotes.repository.js';
import { QuotesService } from './quotes.service.js';
import { PreviewsController } from './previews.controller.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsRepository } from './readings.repository.js';
import { ReadingsService } from './readings.service.js';
import { ScoreEvents } from './score-events.js';
import { ScoreKeeper } from './score-keeper.js';
import { ScoresRepository } from './scores.repository.js';
import { ThreadController } from './thread.controller.js';
import { ThreadFront } from './thread-front.js';
import { ThreadRepository } from './thread.repository.js';
import { ThreadService } from './thread.service.js';
import { VoteCasting } from './vote-casting.js';
import { VotesController } from './votes.controller.js';
import { VotesRepository } from './votes.repository.js';
import { VotesService } from './votes.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CommentEntity]), PostsModule, UsersModule],
  controllers: [
    ThreadController,
    CommentCreationController,
    ReadingsController,
    CommentsController,
    ForeignIdsController,
    PreviewsController,
    VotesController,
  ],
  providers: [
    AnchorsService,
    ClientEvents,
    CommentCreationService,
    CommentMarks,
    CommentMarksRepository,
    BranchKeeper,
    CommentWriter,
    CommentWriterRepository,
    CommentsRepository,
    CommentsService,
    CommentTransitions,
    ForeignIdsRepository,
    ForeignIdsService,
    LogPieces,
    PageCache,
    QuotesRepository,
    QuotesService,
    ReadingsRepository,
    ReadingsService,
    ScoreEvents,
    ScoreKeeper,
    ScoresRepository,
    ThreadFront,
    ThreadRepository,
    ThreadService,
    VoteCasting,
    VotesRepository,
    VotesService,
  ],
  exports: [
    AnchorsService,
    ClientEvents,
    CommentMarks,
    CommentsRepository,
    CommentTransitions,
    ForeignIdsRepository,
    LogPieces,
    PageCache,
    ScoreEvents,
    ThreadService,
  ],
})
export class CommentsModule {}
