import { Injectable } from '@nestjs/common';
import type { Caller } from '../../input/caller-gone.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersService } from '../../users/accounts/users.service.js';
import type { Member } from '../../users/viewer/viewer.js';
import { SecondFactorRequired } from '../../users/viewer/users.errors.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { Limits } from '../limits/limits.js';
import { isHashable, Passwords } from '../passwords/passwords.js';
import { FreshSignInRequired } from '../sessions/sessions.errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { WrongPassword } from './auth.errors.js';

/** The confirmation that is required before the keys of an account are changed. */
@Injectable()
export class PresentPassword {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly limits: Limits,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsRepository,
  ) {}

  /**
   * Staff who have an app or a passkey need more than the password: a new password removes their
   * passkeys, and with them the second factor.
   * @returns the account, with the hash that the password matches
   * @throws WrongPassword also for an account without a password
   * @throws SecondFactorRequired
   * @throws TooManyRequests as a sign-in does
   */
  async confirm(
    member: Member,
    current: string,
    caller: Caller,
  ): Promise<UserEntity & { passwordHash: string }> {
    if (!isHashable(current)) throw new WrongPassword();
    await this.limits.takePassword(member.id, caller.address);
    const user = await this.users.getById(member.id);
    const { passwordHash } = user;
    const matches = await this.passwords.verify(passwordHash, current, caller);
    if (passwordHash === null || !matches) throw new WrongPassword();
    await this.limits.forgetPasswords(member.id, caller.address);
    if (user.role !== 'member' && !member.secondFactor && (await this.factors.hasAny(user.id))) {
      throw new SecondFactorRequired();
    }
    return { ...user, passwordHash };
  }

  /**
   * Like `confirm`, but an account without a password needs a fresh sign-in.
   * @returns the hash that the password matches; null for an account without one
   * @throws WrongPassword
   * @throws FreshSignInRequired
   * @throws TooManyRequests as a sign-in does
   */
  async confirmIfSet(
    member: Member,
    current: string | undefined,
    caller: Caller,
  ): Promise<string | null> {
    const { passwordHash } = await this.users.getById(member.id);
    if (passwordHash === null) {
      if (!(await this.sessions.isFresh(member))) throw new FreshSignInRequired();
      return null;
    }
    return (await this.confirm(member, current ?? '', caller)).passwordHash;
  }
}
