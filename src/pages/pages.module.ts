import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { TransferModule } from '../transfer/transfer.module.js';
import { UsersModule } from '../users/users.module.js';
import { DemoSeed } from './demo-seed.js';
import { ThreadHtmlController } from './thread-html.controller.js';
import { ThreadHtmlService } from './thread-html.service.js';

@Module({
  imports: [CommentsModule, PostsModule, TransferModule, UsersModule],
  controllers: [ThreadHtmlController],
  providers: [DemoSeed, ThreadHtmlService],
})
export class PagesModule {}
