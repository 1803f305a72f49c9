import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutgoingModule } from '../outgoing/outgoing.module.js';
import { UsersModule } from '../users/users.module.js';
import { LongTextPool } from './long-text-pool.js';
import { HostPagesService } from './host-pages.service.js';
import { PageCheckJob } from './page-check-job.js';
import { PageChecksRepository } from './page-checks.repository.js';
import { PageFetches } from './page-fetches.js';
import { PostCountsController } from './post-counts.controller.js';
import { PostCountsRepository } from './post-counts.repository.js';
import { PostCountsService } from './post-counts.service.js';
import { PostHistoryService } from './post-history.service.js';
import { PostRevisionEntity } from './post-revision.entity.js';
import { PostEntity } from './post.entity.js';
import { PostTextsService } from './post-texts.service.js';
import { PostEndingsInterceptor } from './post-endings.interceptor.js';
import { PostEndingsRepository } from './post-endings.repository.js';
import { PostUrls } from './post-urls.js';
import { PostsController } from './posts.controller.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([PostEntity, PostRevisionEntity]),
    UsersModule,
    OutgoingModule,
  ],
  controllers: [PostCountsController, PostsController],
  providers: [
    LongTextPool,
    PostTextsService,
    HostPagesService,
    PageCheckJob,
    PageChecksRepository,
    PageFetches,
    PostCountsRepository,
    PostCountsService,
    PostHistoryService,
    PostUrls,
    PostEndingsRepository,
    { provide: APP_INTERCEPTOR, useClass: PostEndingsInterceptor },
    PostsRepository,
    PostsService,
  ],
  exports: [PostEndingsRepository, LongTextPool, PostTextsService, PostsRepository, PostsService],
})
export class PostsModule {}
