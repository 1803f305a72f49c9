import { Injectable } from '@nestjs/common';
import { FactorsRepository } from '../../auth/factors/factors.repository.js';
import { Settings } from '../../settings/settings.js';

/** Whether a moderator may decide by a mail: a mailbox is one factor. */
@Injectable()
export class MailboxRule {
  constructor(
    private readonly settings: Settings,
    private readonly factors: FactorsRepository,
  ) {}

  /** Not where the site asks its staff for two factors, nor where the account has a second one of its own. */
  async isEnoughFor(userId: string): Promise<boolean> {
    if ((await this.settings.current()).staffSecondFactor) return false;
    return !(await this.factors.hasAny(userId));
  }
}
