import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AppConfig } from '../config/app-config.js';
import { ClientAddresses } from '../input/connections/client-address.js';
import { SettingsModule } from '../settings/settings.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { UsersModule } from '../users/users.module.js';
import { FactorCodes } from './factors/factor-codes.js';
import { FactorRepair } from './factors/factor-repair.js';
import { FactorsRepository } from './factors/factors.repository.js';
import { SecondStep } from './factors/second-step.js';
import { SecondStepChallenges } from './factors/second-step-challenges.js';
import { TotpResealing } from './factors/totp-resealing.js';
import { TotpSecrets } from './factors/totp-secrets.js';
import { WaysRepository } from './factors/ways.repository.js';
import { AccountRepair } from './identity/account-repair.js';
import { AuthController } from './identity/auth.controller.js';
import { AuthGuard } from './identity/auth.guard.js';
import { AuthService } from './identity/auth.service.js';
import { ConfirmedMember } from './identity/confirmed-member.js';
import { EmailChangeService } from './identity/email-change.service.js';
import { EmailController } from './identity/email.controller.js';
import { FirstAdmin } from './identity/first-admin.js';
import { PasswordChangeService } from './identity/password-change.service.js';
import { PasswordController } from './identity/password.controller.js';
import { PolicyCheck } from './identity/policy-check.js';
import { PresentPassword } from './identity/present-password.js';
import { SignInAnswers } from './identity/sign-in-answers.js';
import { AllNodeCounts } from './limits/all-node-counts.js';
import { LimitCountsRepository } from './limits/limit-counts.repository.js';
import { Limits } from './limits/limits.js';
import { Passwords } from './passwords/passwords.js';
import { AddedWays } from './proofs/added-ways.service.js';
import { EmailProofs } from './proofs/email-proofs.service.js';
import { PasswordReset } from './proofs/password-reset.service.js';
import { ProofRequests } from './proofs/proof-requests.js';
import { ProofRequestsRepository } from './proofs/proof-requests.repository.js';
import { ProofsController } from './proofs/proofs.controller.js';
import { ProofsRepository } from './proofs/proofs.repository.js';
import { Proofs } from './proofs/proofs.service.js';
import { ProofTokens } from './proofs/proof-tokens.js';
import { FormerAccess } from './sessions/former-access.js';
import { LinkedIdentitiesRepository } from './sessions/linked-identities.repository.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { deriveSigningKey } from './sessions/signing-key.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { Terms } from './terms/terms.js';
import { TermsController } from './terms/terms.controller.js';
import { TermsRepository } from './terms/terms.repository.js';
import { Tokens } from './sessions/access-tokens.js';
import { ViewerCache } from './sessions/viewer-cache.js';

@Module({
  imports: [DiscoveryModule, JobsModule, SettingsModule, UsersModule],
  controllers: [
    AuthController,
    EmailController,
    PasswordController,
    ProofsController,
    SessionsController,
    TermsController,
  ],
  providers: [
    AccountRepair,
    AddedWays,
    AuthService,
    ClientAddresses,
    ConfirmedMember,
    EmailChangeService,
    EmailProofs,
    FactorCodes,
    FactorRepair,
    FactorsRepository,
    FirstAdmin,
    FormerAccess,
    LimitCountsRepository,
    Limits,
    LinkedIdentitiesRepository,
    PasswordChangeService,
    PasswordReset,
    Passwords,
    PolicyCheck,
    PresentPassword,
    ProofRequests,
    ProofRequestsRepository,
    Proofs,
    ProofsRepository,
    ProofTokens,
    RefreshTokens,
    SecondStep,
    SecondStepChallenges,
    SessionCookie,
    SessionsRepository,
    SessionsService,
    SignInAnswers,
    Terms,
    TermsRepository,
    Tokens,
    TotpResealing,
    TotpSecrets,
    ViewerCache,
    WaysRepository,
    {
      provide: AllNodeCounts,
      useFactory: async ({ authSecret, redisUrl }: AppConfig, counts: LimitCountsRepository) => {
        // Loaded lazily, so that a start without Redis does not load it.
        const store = redisUrl
          ? new (await import('./limits/redis-windows.js')).RedisWindows(redisUrl)
          : counts;
        return new AllNodeCounts(deriveSigningKey(authSecret, 'limits'), store);
      },
      inject: [AppConfig, LimitCountsRepository],
    },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [
    AccountRepair,
    AddedWays,
    AuthService,
    ClientAddresses,
    ConfirmedMember,
    FactorCodes,
    FactorRepair,
    FactorsRepository,
    FirstAdmin,
    Limits,
    PresentPassword,
    Proofs,
    SecondStep,
    SecondStepChallenges,
    SessionCookie,
    SessionsService,
    SignInAnswers,
    Terms,
    TotpSecrets,
  ],
})
export class AuthModule {}
