import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Caller } from '../../input/caller-gone.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { UsersService } from '../../users/accounts/users.service.js';
import type { Member } from '../../users/viewer/viewer.js';
import { Limits } from '../limits/limits.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { Passwords } from '../passwords/passwords.js';
import { FormerAccess } from '../sessions/former-access.js';
import type { ChangePasswordDto } from './auth.dto.js';
import { NoPassword, WrongPassword } from './auth.errors.js';
import { PresentPassword } from './present-password.js';

@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly present: PresentPassword,
    private readonly users: UsersService,
    private readonly accounts: UsersRepository,
    private readonly passwords: Passwords,
    private readonly former: FormerAccess,
    private readonly acts: Acts,
    private readonly limits: Limits,
  ) {}

  /**
   * Changes the password. Ends every session but the current one, and removes linked identities.
   * @throws NoPassword
   * @throws WrongPassword also when the password was changed meanwhile
   * @throws InvalidInput for a password that is easy to guess
   * @throws TooManyRequests as a sign-in does
   */
  async change(
    member: Member,
    { current, password }: ChangePasswordDto,
    caller: Caller,
  ): Promise<void> {
    const { passwordHash } = await this.users.getById(member.id);
    if (passwordHash === null) throw new NoPassword();
    const user = await this.present.confirm(member, current, caller);
    await assertHardToGuess(password, [user.username, user.displayName, user.email]);
    const hash = await this.passwords.hash(password, caller);
    await this.acts.run(async (act) => {
      const from = user.passwordHash;
      const replaced = await this.accounts.replacePasswordHash(act, member.id, from, hash);
      if (!replaced) throw new WrongPassword();
      await this.former.end(act, member.id, member.sessionId);
    });
    // Somebody who knew the former password may have used up the code attempts. A session with one
    // factor must not gain more guesses.
    if (member.secondFactor) await this.limits.forgetCodes(member.id, caller.address);
  }
}
