import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './identity/auth.controller.js';
import { AuthGuard } from './identity/auth.guard.js';
import { AuthService } from './identity/auth.service.js';
import { FirstAdmin } from './identity/first-admin.js';
import { Passwords } from './passwords/passwords.js';
import { PolicyCheck } from './identity/policy-check.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { SessionEntity } from './sessions/session.entity.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { Tokens } from './sessions/tokens.js';
import { ViewerCache } from './sessions/viewer-cache.js';

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
