import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { UsersModule } from '../users/users.module.js';
import { Eraser } from './eraser.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureJob } from './erasure-job.js';
import { ErasureLedger } from './erasure-ledger.js';
import { ErasureReplay } from './erasure-replay.js';
import { ErasureService } from './erasure.service.js';
import { ErasuresRepository } from './erasures.repository.js';
import { OwnDataController } from './own-data.controller.js';
import { OwnDataService } from './own-data.service.js';
import { PersonalRowsRepository } from './personal-rows.repository.js';

@Module({
  imports: [AuthModule, CommentsModule, JobsModule, ModerationModule, UsersModule],
  controllers: [ErasureController, OwnDataController],
  providers: [
    Eraser,
    ErasureJob,
    ErasureLedger,
    ErasureReplay,
    ErasureService,
    ErasuresRepository,
    OwnDataService,
    PersonalRowsRepository,
  ],
})
export class PrivacyModule {}
