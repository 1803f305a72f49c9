import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Acts } from '../../acts/acts.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UserNotFound } from '../../users/viewer/users.errors.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { Passwords } from '../passwords/passwords.js';
import { FormerAccess } from '../sessions/former-access.js';

const MADE_PASSWORD_BYTES = 18; // 24 characters of base64url

/** A random password, which is shown once. */
export function makePassword(): string {
  return randomBytes(MADE_PASSWORD_BYTES).toString('base64url');
}

/** Repairs accounts for an operator on the machine, without a sign-in. */
@Injectable()
export class AccountRepair {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: UsersRepository,
    private readonly passwords: Passwords,
    private readonly former: FormerAccess,
    private readonly acts: Acts,
  ) {}

  /**
   * Sets a random password. Ends all sessions of the account, and removes its linked identities.
   * @param login the user name or the e-mail address
   * @throws UserNotFound
   */
  async renewPassword(login: string): Promise<{ user: UserEntity; password: string }> {
    const user = await this.users.findByLogin(login);
    if (!user) throw new UserNotFound();
    const password = makePassword();
    const hash = await this.passwords.hash(password);
    await this.acts.run(async (act) => {
      await this.accounts.setPasswordHash(act, user.id, hash);
      await this.former.end(act, user.id);
    });
    return { user, password };
  }
}
