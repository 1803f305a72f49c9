import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import type { Caller } from '../../input/caller-gone.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { WaysRepository } from '../factors/ways.repository.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { Passwords } from '../passwords/passwords.js';
import { FormerAccess } from '../sessions/former-access.js';
import type { ProvenAccountView, RecentWaysView, ResetPasswordDto } from './proofs.dto.js';
import { LinkNotValid } from './proofs.errors.js';
import { Proofs } from './proofs.service.js';

const PURPOSE = ['reset'] as const;

@Injectable()
export class PasswordReset {
  constructor(
    private readonly proofs: Proofs,
    private readonly accounts: UsersRepository,
    private readonly emails: UserEmailsRepository,
    private readonly passwords: Passwords,
    private readonly former: FormerAccess,
    private readonly ways: WaysRepository,
    private readonly signals: SignalLog,
    private readonly acts: Acts,
  ) {}

  /**
   * The sign-in factors of the last week, which can be removed together with the password reset.
   * @throws LinkNotValid
   */
  async listRecent(token: string): Promise<RecentWaysView> {
    const { userId } = await this.proofs.look(token, PURPOSE);
    return { items: await this.ways.listRecent(userId) };
  }

  /**
   * Sets a new password. Ends all sessions of the account, and removes its linked identities and
   * the recent factors that the owner does not recognise. A rejected password does not use up the
   * link.
   * @throws LinkNotValid
   * @throws InvalidInput for a password that is easy to guess
   */
  async reset(
    { token, password, remove = [] }: ResetPasswordDto,
    caller: Caller,
  ): Promise<ProvenAccountView> {
    const { account, userId } = await this.proofs.look(token, PURPOSE);
    await assertHardToGuess(password, [account.username, account.displayName, account.email]);
    const hash = await this.passwords.hash(password, caller);
    return this.acts.run(async (act) => {
      const proof = await this.proofs.take(act, token, PURPOSE);
      const from = proof.account.passwordHash;
      if (!(await this.accounts.replacePasswordHash(act, userId, from, hash))) {
        throw new LinkNotValid();
      }
      await this.emails.confirm(act, userId);
      await this.proofs.endOthers(act, proof);
      await this.former.end(act, userId);
      await this.removeRecent(act, userId, remove);
      return { username: account.username, email: proof.email };
    });
  }

  /** Removes the named factors only if recent: access to the mailbox must not remove older ones. */
  private async removeRecent(act: Act, userId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const named = new Set(ids.map((id) => id.toLowerCase()));
    for (const way of await this.ways.listRecent(userId, act)) {
      if (named.has(way.id)) await this.ways.remove(act, userId, way);
    }
    await this.signals.append(act, { type: 'user.changed', userId });
  }
}
