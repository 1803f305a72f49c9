import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthorPages } from './author-pages.js';
import { AuthorPagesRepository } from './author-pages.repository.js';
import { Authority } from './authority.js';
import { UserEntity } from './user.entity.js';
import { UserNamesRepository } from './user-names.repository.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [UsersController],
  providers: [
    Authority,
    UsersService,
    UsersRepository,
    UserNamesRepository,
    AuthorPages,
    AuthorPagesRepository,
  ],
  exports: [Authority, UsersService, UsersRepository, AuthorPages],
})
export class UsersModule {}
