import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config/app-config.js';
import { ClientAddresses } from '../input/client-address.js';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './identity/auth.controller.js';
import { AuthGuard } from './identity/auth.guard.js';
import { AuthService } from './identity/auth.service.js';
import { FirstAdmin } from './identity/first-admin.js';
import { LimitCountsRepository } from './limits/limit-counts.repository.js';
import { Limits } from './limits/limits.js';
import { AllNodeCounts } from './limits/all-node-counts.js';
import { Passwords } from './passwords/passwords.js';
import { PolicyCheck } from './identity/policy-check.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { SessionEntity } from './sessions/session.entity.js';
import { deriveSigningKey } from './sessions/signing-key.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { Tokens } from './sessions/tokens.js';
import { ViewerCache } from './sessions/viewer-cache.js';

@Module({
  imports: [TypeOrmModule.forFeature([SessionEntity]), DiscoveryModule, UsersModule],
  controllers: [AuthController],
  providers: [
    AuthService,
    ClientAddresses,
    FirstAdmin,
    LimitCountsRepository,
    Limits,
    Passwords,
    PolicyCheck,
    RefreshTokens,
    SessionsRepository,
    SessionsService,
    Tokens,
    ViewerCache,
    {
      provide: AllNodeCounts,
      useFactory: async ({ authSecret, redisUrl }: AppConfig, counts: LimitCountsRepository) => {
        // A start without Redis does not load it.
        const store = redisUrl
          ? new (await import('./limits/redis-windows.js')).RedisWindows(redisUrl)
          : counts;
        return new AllNodeCounts(deriveSigningKey(authSecret, 'limits'), store);
      },
      inject: [AppConfig, LimitCountsRepository],
    },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [AuthService, ClientAddresses, FirstAdmin, Limits],
})
export class AuthModule {}
