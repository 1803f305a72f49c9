import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { AdminOnly, Staff } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import {
  ChangeModerationSettingsDto,
  ModerationSettingsView,
} from '../../settings/settings.dto.js';
import { ModerationSettingsService } from './moderation-settings.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/moderation/settings')
export class ModerationSettingsController {
  constructor(private readonly settings: ModerationSettingsService) {}

  @Get()
  @ApiOperation({
    summary: 'Get the moderation settings',
    description:
      'The sensitivity of reports, the report weight that hides a comment, how many first comments of an account are held, and the permissions of accounts without a confirmed e-mail address.',
  })
  @PrivateRead(ModerationSettingsView)
  read(): Promise<ModerationSettingsView> {
    return this.settings.read();
  }

  @Patch()
  @AdminOnly()
  @ApiOperation({
    summary: 'Change the moderation settings',
    description: 'Omitted fields stay unchanged. Only for administrators.',
  })
  @Answers(200, ModerationSettingsView)
  change(
    @CurrentAsker() member: Asker,
    @Body() change: ChangeModerationSettingsDto,
  ): Promise<Answer<ModerationSettingsView>> {
    return this.settings.change(member, change);
  }
}
