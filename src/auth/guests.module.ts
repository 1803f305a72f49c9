import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthModule } from './auth.module.js';
import { GuestsController } from './guests/guests.controller.js';
import { GuestRetention } from './guests/guest-retention.js';
import { GuestsService } from './guests/guests.service.js';
import { IdleGuestsRepository } from './guests/idle-guests.repository.js';

/** Readers who write without an account. */
@Module({
  imports: [AuthModule, SettingsModule, UsersModule],
  controllers: [GuestsController],
  providers: [GuestRetention, GuestsService, IdleGuestsRepository],
})
export class GuestsModule {}
