import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import type { Tx } from '../../database/database.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import type { Caller } from '../../input/caller-gone.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { SecondFactorRequired } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { FreshSignInRequired } from '../sessions/sessions.errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { WrongPassword } from './auth.errors.js';
import { PresentPassword } from './present-password.js';

/**
 * The confirmation that is required before sign-in methods are changed. A session alone may be
 * stolen.
 */
@Injectable()
export class ConfirmedMember {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: UsersRepository,
    private readonly present: PresentPassword,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsRepository,
    private readonly acts: Acts,
    private readonly signals: SignalLog,
  ) {}

  /**
   * Requires the current password, or else a fresh sign-in.
   * @throws WrongPassword
   * @throws FreshSignInRequired
   * @throws TooManyRequests as a sign-in does
   */
  async confirm(member: Member, current: string | undefined, caller: Caller): Promise<UserEntity> {
    if (current !== undefined) return this.present.confirm(member, current, caller);
    if (!(await this.sessions.isFresh(member))) throw new FreshSignInRequired();
    return this.users.getById(member.id);
  }

  /**
   * Like `confirm`, and requires two factors if the account has an app or a passkey. Otherwise
   * somebody who knew only the password could gain a second factor.
   * @throws SecondFactorRequired
   */
  async confirmWholly(
    member: Member,
    current: string | undefined,
    caller: Caller,
  ): Promise<UserEntity> {
    const user = await this.confirm(member, current, caller);
    await this.assertFactors(member.id, member.secondFactor === true);
    return user;
  }

  /**
   * Repeats the checks of `confirmWholly` under a lock of the account: it may have a factor now,
   * and the session may have ended.
   * @throws SessionEnded
   * @throws SecondFactorRequired
   */
  async assertStill(act: Act, member: Member): Promise<void> {
    const { secondFactor } = await this.sessions.hold(act, member);
    await this.assertFactors(member.id, secondFactor, act);
  }

  /**
   * Changes an account for a member who has passed `confirmWholly`. It runs under the lock of the
   * account, and all nodes are notified.
   * @throws what `assertStill` does
   */
  async change<T>(member: Member, work: (act: Act) => Promise<T>): Promise<T> {
    return this.acts.run(async (act) => {
      await this.accounts.lock(act, member.id);
      await this.assertStill(act, member);
      const result = await work(act);
      await this.signals.append(act, { type: 'user.changed', userId: member.id });
      return result;
    });
  }

  /**
   * Like `change`, but calls `confirmWholly` first.
   * @throws WrongPassword, FreshSignInRequired, SecondFactorRequired, SessionEnded
   */
  async changeWholly<T>(
    member: Member,
    current: string | undefined,
    caller: Caller,
    work: (act: Act) => Promise<T>,
  ): Promise<T> {
    await this.confirmWholly(member, current, caller);
    return this.change(member, work);
  }

  /** Like `confirm`, but an account with a password must always give it. */
  async confirmByPassword(
    member: Member,
    current: string | undefined,
    caller: Caller,
  ): Promise<UserEntity> {
    const user = await this.confirm(member, current, caller);
    if (user.passwordHash !== null && current === undefined) throw new WrongPassword();
    return user;
  }

  private async assertFactors(userId: string, bySecond: boolean, within?: Tx): Promise<void> {
    if (!bySecond && (await this.factors.hasAny(userId, within))) throw new SecondFactorRequired();
  }
}
