import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';
import { CommentDecisionsService } from './comment-decisions.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsService } from './decisions.service.js';
import { FlagsController } from './flags.controller.js';
import { FlagsRepository } from './flags.repository.js';
import { FlagsService } from './flags.service.js';
import { PostDecisionsService } from './post-decisions.service.js';
import { QueueController } from './queue.controller.js';
import { QueueRepository } from './queue.repository.js';
import { QueueService } from './queue.service.js';
import { UserDecisionsService } from './user-decisions.service.js';
import { SettlementService } from './settlement.service.js';
import { SettlementRepository } from './settlement.repository.js';
import { DecidingService } from './deciding.service.js';
import { DecidingRepository } from './deciding.repository.js';
import { ClaimsRepository } from './claims.repository.js';
import { AddressClusters } from './address-clusters.js';

@Module({
  imports: [CommentsModule, PostsModule, UsersModule],
  controllers: [FlagsController, QueueController, DecisionsController],
  providers: [
    AddressClusters,
    ClaimsRepository,
    DecidingRepository,
    DecidingService,
    SettlementRepository,
    SettlementService,
    CommentDecisionsService,
    DecisionsRepository,
    DecisionsService,
    FlagsRepository,
    FlagsService,
    PostDecisionsService,
    QueueRepository,
    QueueService,
    UserDecisionsService,
  ],
  exports: [DecidingService, SettlementService],
})
export class ModerationModule {}
