import { Injectable } from '@nestjs/common';
import type { Caller } from '../../input/caller-gone.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { SecondFactorRequired } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { WrongPassword } from '../identity/auth.errors.js';
import { PresentPassword } from '../identity/present-password.js';
import { FreshSignInRequired } from '../sessions/sessions.errors.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** What an account asks again before the ways into it are changed: a session alone may be in other hands. */
@Injectable()
export class ConfirmedMember {
  constructor(
    private readonly users: UsersService,
    private readonly present: PresentPassword,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsRepository,
  ) {}

  /**
   * By the present password, or else by having signed in a moment ago.
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
   * The same, and where the account has codes of an app, by two factors: a passkey passes over the codes.
   * @throws SecondFactorRequired
   */
  async confirmWholly(
    member: Member,
    current: string | undefined,
    caller: Caller,
  ): Promise<UserEntity> {
    const user = await this.confirm(member, current, caller);
    const totp = await this.factors.findTotp(member.id);
    if (totp?.confirmedAt && !member.secondFactor) throw new SecondFactorRequired();
    return user;
  }

  /** As `confirm`, but an account that has a password is asked for it in any case. */
  async confirmByPassword(
    member: Member,
    current: string | undefined,
    caller: Caller,
  ): Promise<UserEntity> {
    const user = await this.confirm(member, current, caller);
    if (user.passwordHash !== null && current === undefined) throw new WrongPassword();
    return user;
  }
}
