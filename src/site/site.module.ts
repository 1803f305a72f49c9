import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PassagesModule } from '../passages/passages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { TransferModule } from '../transfer/transfer.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountPagesController } from './accounts/account-pages.controller.js';
import { ArticlePagesController } from './article-pages.controller.js';
import { ArticlePagesService } from './article-pages.service.js';
import { DemoSeed } from './demo-seed.js';
import { SiteFilesController } from './site-files.controller.js';
import { ThreadHtmlController } from './thread-html.controller.js';
import { ThreadHtmlService } from './thread-html.service.js';

@Module({
  imports: [CommentsModule, PassagesModule, PostsModule, TransferModule, UsersModule],
  controllers: [
    AccountPagesController,
    ArticlePagesController,
    SiteFilesController,
    ThreadHtmlController,
  ],
  providers: [ArticlePagesService, DemoSeed, ThreadHtmlService],
})
export class SiteModule {}
