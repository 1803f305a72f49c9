import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutgoingModule } from '../outgoing/outgoing.module.js';
import { UsersModule } from '../users/users.module.js';
import { LongTextPool } from './texts/long-text-pool.js';
import { HostPagesService } from './pages/host-pages.service.js';
import { PageCheckJob } from './pages/page-check-job.js';
import { PageChecksRepository } from './writing/page-checks.repository.js';
import { PageFetches } from './pages/page-fetches.js';
import { PostCountsController } from './counts/post-counts.controller.js';
import { PostCountsRepository } from './counts/post-counts.repository.js';
import { PostCountsService } from './counts/post-counts.service.js';
import { PostHistoryService } from './texts/post-history.service.js';
import { PostRevisionEntity } from './shape/post-revision.entity.js';
import { PostEntity } from './shape/post.entity.js';
import { PostTextsService } from './texts/post-texts.service.js';
import { PostEndingsInterceptor } from './endings/post-endings.interceptor.js';
import { PostEndingsRepository } from './endings/post-endings.repository.js';
import { PostUrls } from './writing/post-urls.js';
import { PostUrlsRepository } from './shape/post-urls.repository.js';
import { PostsController } from './posts.controller.js';
import { PostsRepository } from './shape/posts.repository.js';
import { PostsService } from './writing/posts.service.js';

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
    PostUrlsRepository,
    PostEndingsRepository,
    { provide: APP_INTERCEPTOR, useClass: PostEndingsInterceptor },
    PostsRepository,
    PostsService,
  ],
  exports: [
    PostEndingsRepository,
    LongTextPool,
    PostTextsService,
    PostUrls,
    PostUrlsRepository,
    PostsRepository,
    PostsService,
  ],
})
export class PostsModule {}
