import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';
import { ImportWriter } from './import/import-writer.js';
import { ImportsRepository } from './import/imports.repository.js';

@Module({
  imports: [CommentsModule, PostsModule, UsersModule],
  providers: [ImportsRepository, ImportWriter],
  exports: [ImportWriter],
})
export class TransferModule {}
