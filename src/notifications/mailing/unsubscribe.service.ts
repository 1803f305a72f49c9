import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { LinkNotValid } from '../../auth/proofs/proofs.errors.js';
import { SubscriptionsRepository } from '../../comments/read-state/subscriptions.repository.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import {
  DEFAULT_PREFERENCES,
  type KindPreference,
  type MailedKind,
} from '../bell/notification-kinds.js';
import { PreferencesRepository } from '../bell/preferences.repository.js';
import type { UnsubscribedView } from './unsubscribe.dto.js';
import { readUnsubscribeToken, UnsubscribeTokens } from './unsubscribe-tokens.js';

/** Unsubscribes by a link of a mail. The holder of the mail need not sign in, and can repeat it. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly emails: UserEmailsRepository,
    private readonly users: UsersRepository,
    private readonly preferences: PreferencesRepository,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly acts: Acts,
  ) {}

  /** @throws LinkNotValid */
  async end(token: string): Promise<UnsubscribedView> {
    const presented = readUnsubscribeToken(token);
    const emailKey = presented && (await this.emails.findKey(presented.userId));
    if (!presented || !emailKey || !this.tokens.proves(presented, emailKey))
      throw new LinkNotValid();
    const { userId, ending } = presented;
    await this.acts.run(async (act) => {
      await this.users.lock(act, userId);
      if ('kinds' in ending) await this.endMail(act, userId, ending.kinds);
      else await this.subscriptions.end(act, userId, ending.postId, ending.level);
    });
    return 'kinds' in ending
      ? { kinds: [...ending.kinds], postId: null }
      : { kinds: [], postId: ending.postId };
  }

  private async endMail(act: Act, userId: string, kinds: readonly MailedKind[]): Promise<void> {
    const chosen = await this.preferences.list(userId, act);
    const defaults: Partial<Record<MailedKind, KindPreference>> = DEFAULT_PREFERENCES;
    const bellOf = (type: MailedKind) =>
      (chosen.find((one) => one.type === type) ?? defaults[type])?.bell ?? false;
    const ended = kinds.map((type) => ({ type, bell: bellOf(type), mail: 'off' as const }));
    await this.preferences.set(act, userId, ended);
  }
}
