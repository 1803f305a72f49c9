import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Caller } from '../../input/caller-gone.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { Passwords } from '../passwords/passwords.js';
import { FormerAccess } from '../sessions/former-access.js';
import type { ProvenAccountView, ResetPasswordDto } from './proofs.dto.js';
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
    private readonly acts: Acts,
  ) {}

  /**
   * Gives an account the password that its owner chooses anew. All its sessions end, and linked identities are
   * dropped. A password that is refused does not use the link up.
   * @throws LinkNotValid
   * @throws InvalidInput for a password that is easy to guess
   */
  async reset({ token, password }: ResetPasswordDto, caller: Caller): Promise<ProvenAccountView> {
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
      return { username: account.username, email: proof.email };
    });
  }
}
