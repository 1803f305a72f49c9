import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';
import { AddressClusters } from './address-clusters.js';
import { BulkController } from './bulk.controller.js';
import { BulkRepository } from './bulk.repository.js';
import { BulkRunner } from './bulk-runner.js';
import { BulkService } from './bulk.service.js';
import { BulkWorkRepository } from './bulk-work.repository.js';
import { CannedReasonsController } from './canned-reasons.controller.js';
import { CannedReasonsRepository } from './canned-reasons.repository.js';
import { DecisionRecords } from './decision-records.js';
import { StatementKeeper } from './statement-keeper.js';
import { StatementsController } from './statements.controller.js';
import { StatementsRepository } from './statements.repository.js';
import { StatementsService } from './statements.service.js';
import { UndoComment } from './undo-comment.js';
import { UndoPost } from './undo-post.js';
import { UndoUser } from './undo-user.js';
import { UndoService } from './undo.service.js';
import { UserSanctions } from './user-sanctions.js';
import { ClaimsRepository } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { CommentDecisionsService } from './comment-decisions.service.js';
import { DecidingRepository } from './deciding.repository.js';
import { DecidingService } from './deciding.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { LogController } from './log.controller.js';
import { LogRepository } from './log.repository.js';
import { LogService } from './log.service.js';
import { EscalationService } from './escalation.service.js';
import { FlagsController } from './flags.controller.js';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';
import { HandoverController } from './handover.controller.js';
import { HandoverRepository } from './handover.repository.js';
import { HandoverService } from './handover.service.js';
import { ModerationSettingsController } from './moderation-settings.controller.js';
import { ModerationRetention } from './moderation-retention.js';
import { ModerationSettingsRepository } from './moderation-settings.repository.js';
import { NameDismissalsService } from './name-dismissals.service.js';
import { NotesController } from './notes.controller.js';
import { NotesRepository } from './notes.repository.js';
import { NotesService } from './notes.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { PostDecisionsService } from './post-decisions.service.js';
import { QueueItemsRepository } from './queue-items.repository.js';
import { QueueKeeper } from './queue-keeper.js';
import { QueueController } from './queue.controller.js';
import { QueueRepository } from './queue.repository.js';
import { QueueService } from './queue.service.js';
import { SettlementRepository } from './settlement.repository.js';
import { SettlementService } from './settlement.service.js';
import { SurgeRepository } from './surge.repository.js';
import { UserDecisionsService } from './user-decisions.service.js';
import { UserFlagsController } from './user-flags.controller.js';
import { UserFlagsRepository } from './user-flags.repository.js';
import { UserFlagsService } from './user-flags.service.js';

@Module({
  imports: [CommentsModule, PostsModule, UsersModule],
  controllers: [
    BulkController,
    LogController,
    CannedReasonsController,
    StatementsController,
    ModerationSettingsController,
    DecisionsController,
    FlagsController,
    HandoverController,
    NotesController,
    NoticesController,
    QueueController,
    UserFlagsController,
  ],
  providers: [
    BulkRepository,
    BulkRunner,
    BulkService,
    BulkWorkRepository,
    CannedReasonsRepository,
    DecisionRecords,
    StatementKeeper,
    StatementsRepository,
    StatementsService,
    UndoComment,
    UndoPost,
    UndoService,
    UndoUser,
    UserSanctions,
    ModerationSettingsRepository,
    AddressClusters,
    ClaimsRepository,
    ClaimsService,
    CommentDecisionsService,
    DecidingRepository,
    DecidingService,
    DecisionsRepository,
    LogRepository,
    LogService,
    ModerationRetention,
    EscalationService,
    FlagsRepository,
    FlagsService,
    HandoverRepository,
    HandoverService,
    NameDismissalsService,
    NotesRepository,
    NotesService,
    NoticesRepository,
    NoticesService,
    PostDecisionsService,
    QueueItemsRepository,
    QueueKeeper,
    QueueRepository,
    QueueService,
    SettlementRepository,
    SettlementService,
    SurgeRepository,
    UserDecisionsService,
    UserFlagsRepository,
    UserFlagsService,
  ],
  exports: [DecidingService, SettlementService],
})
export class ModerationModule {}
