import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { AddressClusters } from './flags/address-clusters.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkRepository } from './bulk/bulk.repository.js';
import { BulkRunner } from './decisions/bulk-runner.js';
import { BulkService } from './bulk/bulk.service.js';
import { BulkWorkRepository } from './bulk/bulk-work.repository.js';
import { CannedReasonsController } from './statements/canned-reasons.controller.js';
import { CannedReasonsRepository } from './statements/canned-reasons.repository.js';
import { CannedReasonsService } from './statements/canned-reasons.service.js';
import { DecisionRecords } from './log/decision-records.js';
import { StatementsController } from './statements/statements.controller.js';
import { StatementsRepository } from './statements/statements.repository.js';
import { StatementsService } from './statements/statements.service.js';
import { UndoService } from './decisions/undo.service.js';
import { UserSanctions } from './decisions/user-sanctions.js';
import { ClaimsRepository } from './queue/claims.repository.js';
import { CommentDecisionsService } from './decisions/comment-decisions.service.js';
import { DecisionAccessRepository } from './access/decision-access.repository.js';
import { DecisionAccessService } from './access/decision-access.service.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DecisionsRepository } from './log/decisions.repository.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceRepository } from './evidence/evidence.repository.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { LogController } from './log/log.controller.js';
import { LogService } from './log/log.service.js';
import { FlagsController, UserFlagsController } from './flags/flags.controller.js';
import { FlagsRepository } from './flags/flags.repository.js';
import { FlagsService } from './flags/flags.service.js';
import { HandoverController } from './queue/handover.controller.js';
import { HandoverRepository } from './queue/handover.repository.js';
import { HandoverService } from './queue/handover.service.js';
import { ModerationSettingsController } from './flags/moderation-settings.controller.js';
import { ModerationSettingsService } from './flags/moderation-settings.service.js';
import { ModerationRetention } from './moderation-retention.js';
import { NameDismissalsService } from './decisions/name-dismissals.service.js';
import { NotesController } from './queue/notes.controller.js';
import { NotesRepository } from './queue/notes.repository.js';
import { NotesService } from './queue/notes.service.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesRepository } from './notices/notices.repository.js';
import { NoticesService } from './notices/notices.service.js';
import { BranchMovesController } from './decisions/branch-moves.controller.js';
import { BranchMovesService } from './decisions/branch-moves.service.js';
import { PostEndingsController } from './decisions/post-endings.controller.js';
import { PostEndingsService } from './decisions/post-endings.service.js';
import { PostDecisionsService } from './decisions/post-decisions.service.js';
import { QueueItemsRepository } from './queue/queue-items.repository.js';
import { QueueItemsService } from './queue/queue-items.service.js';
import { QueueJob } from './queue/queue-job.js';
import { QueueController } from './queue/queue.controller.js';
import { QueueRepository } from './queue/queue.repository.js';
import { QueueService } from './queue/queue.service.js';
import { CaseClosingRepository } from './queue/case-closing.repository.js';
import { SurgeRepository } from './queue/surge.repository.js';
import { UserDecisionsService } from './decisions/user-decisions.service.js';

@Module({
  imports: [AuthModule, CommentsModule, PostsModule, SettingsModule, UsersModule],
  controllers: [
    BulkController,
    LogController,
    CannedReasonsController,
    StatementsController,
    ModerationSettingsController,
    DecisionsController,
    EvidenceController,
    BranchMovesController,
    PostEndingsController,
    FlagsController,
    HandoverController,
    NotesController,
    NoticesController,
    QueueController,
    UserFlagsController,
  ],
  providers: [
    BranchMovesService,
    BulkRepository,
    BulkRunner,
    BulkService,
    BulkWorkRepository,
    CannedReasonsRepository,
    CannedReasonsService,
    DecisionRecords,
    StatementsRepository,
    StatementsService,
    UndoService,
    UserSanctions,
    AddressClusters,
    ClaimsRepository,
    CommentDecisionsService,
    DecisionAccessRepository,
    DecisionAccessService,
    DecisionsRepository,
    EvidenceRepository,
    EvidenceService,
    LogService,
    ModerationRetention,
    ModerationSettingsService,
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
    PostEndingsService,
    QueueItemsRepository,
    QueueItemsService,
    QueueJob,
    QueueRepository,
    QueueService,
    CaseClosingRepository,
    SurgeRepository,
    UserDecisionsService,
  ],
  exports: [
    CommentDecisionsService,
    DecisionAccessService,
    EvidenceRepository,
    StatementsRepository,
    UndoService,
  ],
})
export class ModerationModule {}
