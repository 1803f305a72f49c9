import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthModule } from './auth.module.js';
import { TotpController } from './authenticators/totp.controller.js';
import { TotpEnrolment } from './authenticators/totp-enrolment.service.js';
import { PasskeyChallenges } from './passkeys/passkey-challenges.js';
import { PasskeyVerifier } from './passkeys/passkey-verifier.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { PasskeysRepository } from './passkeys/passkeys.repository.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { TotpSignIn } from './authenticators/totp-sign-in.service.js';

/** Sign-in factors other than the password: setup, use and removal. */
@Module({
  imports: [AuthModule, SettingsModule, UsersModule],
  controllers: [PasskeysController, TotpController],
  providers: [
    PasskeyChallenges,
    Passkeys,
    PasskeysRepository,
    PasskeyVerifier,
    TotpEnrolment,
    TotpSignIn,
  ],
})
export class AuthenticatorsModule {}
