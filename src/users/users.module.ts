import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountEnding } from './accounts/account-ending.js';
import { AuthorPages } from './accounts/author-pages.js';
import { AuthorPagesRepository } from './accounts/author-pages.repository.js';
import { Authority } from './accounts/authority.js';
import { UserEmailsRepository } from './accounts/user-emails.repository.js';
import { ClosedAccountsRepository } from './accounts/closed-accounts.repository.js';
import { ClaimedAccountsRepository } from './accounts/claimed-accounts.repository.js';
import { ImportedAuthorsRepository } from './accounts/imported-authors.repository.js';
import { IgnoredUsersController } from './ignored/ignored-users.controller.js';
import { IgnoredUsersRepository } from './ignored/ignored-users.repository.js';
import { IgnoredUsersService } from './ignored/ignored-users.service.js';
import { UserEntity } from './accounts/user.entity.js';
import { UserNamesRepository } from './accounts/user-names.repository.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './accounts/users.repository.js';
import { UsersService } from './accounts/users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [UsersController, IgnoredUsersController],
  providers: [
    AccountEnding,
    ClosedAccountsRepository,
    Authority,
    UsersService,
    UsersRepository,
    UserEmailsRepository,
    UserNamesRepository,
    AuthorPages,
    AuthorPagesRepository,
    ClaimedAccountsRepository,
    ImportedAuthorsRepository,
    IgnoredUsersRepository,
    IgnoredUsersService,
  ],
  exports: [
    AccountEnding,
    ClosedAccountsRepository,
    Authority,
    UsersService,
    UsersRepository,
    UserEmailsRepository,
    AuthorPages,
    ClaimedAccountsRepository,
    ImportedAuthorsRepository,
  ],
})
export class UsersModule {}
