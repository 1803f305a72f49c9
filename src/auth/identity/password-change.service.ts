import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Caller } from '../../input/caller-gone.js';
import { UsersRepository } from '../../users/users.repository.js';
import { UsersService } from '../../users/users.service.js';
import type { Member } from '../../users/viewer.js';
import { Limits } from '../limits/limits.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { findPasswordFault, Passwords } from '../passwords/passwords.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { ChangePasswordDto } from './auth.dto.js';
import { WrongPassword } from './auth.errors.js';

@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: UsersRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly acts: Acts,
    private readonly limits: Limits,
  ) {}

  /**
   * Gives an account another password, and ends every session but the one that asks.
   * @throws WrongPassword also when the password was changed meanwhile, or there is none
   * @throws InvalidInput for a password that is easy to guess
   * @throws TooManyRequests as a sign-in does
   */
  async change(
    member: Member,
    { current, password }: ChangePasswordDto,
    caller: Caller,
  ): Promise<void> {
    if (findPasswordFault(current)) throw new WrongPassword();
    await this.limits.takePassword(member.id, caller.address);
    const user = await this.users.getById(member.id);
    const { passwordHash } = user;
    const matches = await this.passwords.verify(passwordHash, current, caller);
    if (passwordHash === null || !matches) throw new WrongPassword();
    await this.limits.forgetPasswords(member.id, caller.address);
    await assertHardToGuess(password, [user.username, user.displayName, user.email]);
    const hash = await this.passwords.hash(password, caller);
    await this.acts.run(async (act) => {
      const replaced = await this.accounts.replacePasswordHash(act, member.id, passwordHash, hash);
      if (!replaced) throw new WrongPassword();
      await this.sessions.revokeAll(act, member.id, 'password', member.sessionId);
    });
  }
}
