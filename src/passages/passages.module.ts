import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';
import { AnchorJob } from './anchor-job.js';
import { PassagesController } from './passages.controller.js';
import { PassagesRepository } from './passages.repository.js';
import { PassagesService } from './passages.service.js';
import { PostUpdatesRepository } from './post-updates.repository.js';
import { PostUpdatesService } from './post-updates.service.js';

@Module({
  imports: [CommentsModule, PostsModule, UsersModule],
  controllers: [PassagesController],
  providers: [
    AnchorJob,
    PassagesRepository,
    PassagesService,
    PostUpdatesRepository,
    PostUpdatesService,
  ],
  exports: [PostUpdatesRepository],
})
export class PassagesModule {}
