import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthModule } from './auth.module.js';
import { ConfirmedMember } from './authenticators/confirmed-member.js';
import { TotpController } from './authenticators/totp.controller.js';
import { TotpEnrolment } from './authenticators/totp-enrolment.service.js';
import { TotpSignIn } from './authenticators/totp-sign-in.service.js';

/** What signs somebody in beside a password: set up, used and taken away. */
@Module({
  imports: [AuthModule, SettingsModule, UsersModule],
  controllers: [TotpController],
  providers: [ConfirmedMember, TotpEnrolment, TotpSignIn],
})
export class AuthenticatorsModule {}
