import { Injectable } from '@nestjs/common';
import { FactorsRepository } from '../../auth/factors/factors.repository.js';
import { Settings } from '../../settings/settings.js';

/** Whether a moderator may decide by a mail, because a mailbox is only one factor. */
@Injectable()
export class MailboxRule {
  constructor(
    private readonly settings: Settings,
    private readonly factors: FactorsRepository,
  ) {}

  /**
   * Whether access to the mailbox is enough for a decision. It is not if the site requires two
   * factors of staff, or if the account has a second factor.
   */
  async isEnoughFor(userId: string): Promise<boolean> {
    if ((await this.settings.current()).staffSecondFactor) return false;
    return !(await this.factors.hasAny(userId));
  }
}
