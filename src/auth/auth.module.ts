import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { FirstAdmin } from './first-admin.js';
import { Passwords } from './passwords.js';
import { PolicyCheck } from './policy-check.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { Tokens } from './tokens.js';
import { ViewerCache } from './viewer-cache.js';

@Module({
  imports: [TypeOrmModule.forFeature([SessionEntity]), DiscoveryModule, UsersModule],
  controllers: [AuthController],
  providers: [
    AuthService,
    FirstAdmin,
    Passwords,
    PolicyCheck,
    RefreshTokens,
    SessionsRepository,
    SessionsService,
    Tokens,
    ViewerCache,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [AuthService, FirstAdmin],
})
export class AuthModule {}
