import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { type Answer, done } from '../../input/answer.js';
import type {
  ChangeModerationSettingsDto,
  ModerationSettingsView,
} from '../../settings/settings.dto.js';
import { Settings } from '../../settings/settings.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Asker } from '../../users/viewer/asker.js';

/** The settings of the site that administrators can change and moderators can read. */
@Injectable()
export class ModerationSettingsService {
  constructor(
    private readonly settings: Settings,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  read(): Promise<ModerationSettingsView> {
    return this.settings.current();
  }

  change(
    member: Asker,
    change: ChangeModerationSettingsDto,
  ): Promise<Answer<ModerationSettingsView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'admin');
      return done(await this.settings.change(act, change));
    });
  }
}
