import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { UsersModule } from '../users/users.module.js';
import { ImportWriter } from './import/import-writer.js';
import { ImportSources } from './import/import-sources.js';
import { ImportsRepository } from './import/imports.repository.js';

@Module({
  imports: [CommentsModule, PostsModule, UsersModule],
  providers: [ImportsRepository, ImportSources, ImportWriter],
  exports: [ImportWriter],
})
export class TransferModule {}
