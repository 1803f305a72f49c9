import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { Authorship } from './authors/authorship.js';
import { AuthorshipJob } from './authors/authorship-job.js';
import { AuthorshipRepository } from './authors/authorship.repository.js';
import { ImportedAddresses } from './authors/imported-addresses.js';
import { ImportedAddressesRepository } from './authors/imported-addresses.repository.js';
import { ImportedTakeoverService } from './authors/imported-takeover.service.js';
import { GuestTakeoverService } from './authors/guest-takeover.service.js';
import { AuthorsController } from './authors.controller.js';
import { AnchorsService } from './status/anchors.service.js';
import { EventViews } from './thread/event-views.js';
import { CommentCreationService } from './writing/comment-creation.service.js';
import { BranchMoves } from './status/branch-moves.js';
import { CommentErasure } from './status/comment-erasure.js';
import { CommentErasureRepository } from './status/comment-erasure.repository.js';
import { CommentMarks } from './status/comment-marks.js';
import { CommentMovesRepository } from './status/comment-moves.repository.js';
import { PiecewiseJob } from './status/piecewise-job.js';
import { EndedCommentsRepository } from './status/ended-comments.repository.js';
import { CommentMarksRepository } from './status/comment-marks.repository.js';
import { CommentTransitions } from './status/comment-transitions.js';
import { CommentWriter } from './writing/comment-writer.js';
import { CommentWriterRepository } from './writing/comment-writer.repository.js';
import { CommentEntity } from './shape/comment.entity.js';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './shape/comments.repository.js';
import { CommentChangesService } from './writing/comment-changes.service.js';
import { ImportedLinksRepository } from './thread/imported-links.repository.js';
import { PageCache } from './thread/page-cache.js';
import { QuotesRepository } from './status/quotes.repository.js';
import { QuotesService } from './status/quotes.service.js';
import { ReadStateRepository } from './read-state/read-state.repository.js';
import { ReadStateService } from './read-state/read-state.service.js';
import { ScoreEvents } from './votes/score-events.js';
import { ScoreJob } from './votes/score-job.js';
import { ScoresRepository } from './votes/scores.repository.js';
import { SubscriptionsRepository } from './read-state/subscriptions.repository.js';
import { ThreadController } from './thread.controller.js';
import { ThreadLocks } from './status/thread-locks.js';
import { CachedPageResponder } from './thread/cached-page-responder.js';
import { ThreadRepository } from './thread/thread.repository.js';
import { ThreadService } from './thread/thread.service.js';
import { VoteCasting } from './votes/vote-casting.js';
import { VotesRepository } from './votes/votes.repository.js';
import { VotesService } from './votes/votes.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CommentEntity]),
    AuthModule,
    PostsModule,
    SettingsModule,
    UsersModule,
  ],
  controllers: [ThreadController, CommentsController, AuthorsController],
  providers: [
    AnchorsService,
    Authorship,
    AuthorshipJob,
    AuthorshipRepository,
    GuestTakeoverService,
    ImportedAddresses,
    ImportedAddressesRepository,
    ImportedTakeoverService,
    EventViews,
    CommentCreationService,
    CommentErasure,
    CommentErasureRepository,
    CommentMarks,
    CommentMarksRepository,
    BranchMoves,
    CommentWriter,
    CommentWriterRepository,
    CommentsRepository,
    CommentChangesService,
    CommentTransitions,
    CommentMovesRepository,
    PiecewiseJob,
    EndedCommentsRepository,
    ImportedLinksRepository,
    PageCache,
    QuotesRepository,
    QuotesService,
    ReadStateRepository,
    ReadStateService,
    ScoreEvents,
    ScoreJob,
    ScoresRepository,
    SubscriptionsRepository,
    CachedPageResponder,
    ThreadLocks,
    ThreadRepository,
    ThreadService,
    VoteCasting,
    VotesRepository,
    VotesService,
  ],
  exports: [
    BranchMoves,
    AnchorsService,
    AuthorshipRepository,
    EventViews,
    CommentErasure,
    CommentMarks,
    CommentMarksRepository,
    CommentsRepository,
    CommentTransitions,
    CommentMovesRepository,
    EndedCommentsRepository,
    ImportedAddresses,
    ImportedLinksRepository,
    PageCache,
    ScoreEvents,
    SubscriptionsRepository,
    ThreadLocks,
    ThreadService,
  ],
})
export class CommentsModule {}
