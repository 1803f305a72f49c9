import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PagesService } from './pages.service.js';
import { PostRevisionEntity } from './post-revision.entity.js';
import { PostEntity } from './post.entity.js';
import { PostsController } from './posts.controller.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PostEntity, PostRevisionEntity])],
  controllers: [PostsController],
  providers: [PagesService, PostsRepository, PostsService],
  exports: [PostsRepository, PostsService],
})
export class PostsModule {}
