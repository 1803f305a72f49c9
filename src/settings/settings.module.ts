import { Module } from '@nestjs/common';
import { Settings } from './settings.js';
import { SettingsRepository } from './settings.repository.js';

@Module({ providers: [Settings, SettingsRepository], exports: [Settings] })
export class SettingsModule {}
