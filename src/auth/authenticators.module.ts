import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { AuthModule } from './auth.module.js';
import { ConfirmedMember } from './authenticators/confirmed-member.js';
import { TotpController } from './authenticators/totp.controller.js';
import { TotpEnrolment } from './authenticators/totp-enrolment.service.js';
import { TotpSignIn } from './authenticators/totp-sign-in.service.js';

/** What signs somebody in beside a password: set up, used and taken away. */
@Module({
  imports: [AuthModule, UsersModule],
  controllers: [TotpController],
  providers: [ConfirmedMember, TotpEnrolment, TotpSignIn],
})
export class AuthenticatorsModule {}
