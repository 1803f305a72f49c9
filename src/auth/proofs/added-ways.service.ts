import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { AppConfig } from '../../config/app-config.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { languageOf } from '../../text/plain/languages.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { AddedWay } from '../factors/added-way.js';
import { WaysRepository } from '../factors/ways.repository.js';
import { FormerAccess } from '../sessions/former-access.js';
import type { ProvenAccountView } from './proofs.dto.js';
import { Proofs } from './proofs.service.js';

/**
 * Notifies the owner of an account by mail of each new sign-in method. A link in that mail removes
 * it.
 */
@Injectable()
export class AddedWays {
  constructor(
    private readonly proofs: Proofs,
    private readonly accounts: UsersRepository,
    private readonly emails: UserEmailsRepository,
    private readonly former: FormerAccess,
    private readonly ways: WaysRepository,
    private readonly acts: Acts,
    private readonly signals: SignalLog,
    private readonly config: AppConfig,
  ) {}

  /**
   * Mails the owner if the transaction commits. Nothing is sent to an unconfirmed address, which
   * may belong to a stranger.
   */
  async tell(act: Act, userId: string, way: AddedWay): Promise<void> {
    const user = await this.accounts.findById(userId, act);
    if (!this.config.hasMail || !user?.email || user.emailKey === null) return;
    if (user.emailVerifiedAt === null && user.role === 'member') return;
    const { email, language } = user;
    const wanted = { purpose: 'not-me' as const, email, language: languageOf(language), way };
    await this.proofs.issue(act, user, wanted);
  }

  /**
   * Removes the sign-in method of a mail. An intruder who added it knew the password or had a
   * session, so both are invalidated, and the address gets a link for a new password.
   * @throws LinkNotValid
   */
  async remove(token: string): Promise<ProvenAccountView> {
    return this.acts.run(async (act) => {
      const proof = await this.proofs.take(act, token, ['not-me']);
      const { userId, email, emailKey, language, account, way } = proof;
      await this.emails.dropPassword(act, userId);
      await this.proofs.endOthers(act, proof);
      await this.former.end(act, userId);
      await this.ways.remove(act, userId, way!);
      await this.signals.append(act, { type: 'user.changed', userId });
      const now = { id: userId, emailKey, passwordHash: null };
      await this.proofs.issue(act, now, { purpose: 'reset', email, language });
      return { username: account.username, email };
    });
  }
}
