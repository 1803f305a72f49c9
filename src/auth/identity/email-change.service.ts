import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Caller } from '../../input/caller-gone.js';
import type { Language } from '../../text/plain/languages.js';
import { emailKey } from '../../users/accounts/email.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersService } from '../../users/accounts/users.service.js';
import type { Member } from '../../users/viewer/viewer.js';
import { Limits } from '../limits/limits.js';
import { Proofs } from '../proofs/proofs.service.js';
import type { ChangeEmailDto } from './auth.dto.js';
import { ConfirmedMember } from './confirmed-member.js';
import { PresentPassword } from './present-password.js';

@Injectable()
export class EmailChangeService {
  constructor(
    private readonly users: UsersService,
    private readonly confirmed: ConfirmedMember,
    private readonly present: PresentPassword,
    private readonly proofs: Proofs,
    private readonly acts: Acts,
    private readonly limits: Limits,
  ) {}

  /**
   * Mails a link to a new address. The account keeps the current address until the link is opened.
   * If another account has the new address, the response is the same, and the mail says so.
   * @throws WrongPassword
   * @throws FreshSignInRequired, SecondFactorRequired for an account without a password: anybody
   * who controls its address can set one
   * @throws NoMail
   * @throws TooManyRequests
   */
  async ask(
    member: Member,
    { email, current }: ChangeEmailDto,
    caller: Caller,
    language: Language,
  ): Promise<void> {
    this.proofs.assertMail();
    const user = await this.confirm(member, current, caller);
    await this.limits.takeMail(emailKey(email), caller.address);
    await this.acts.run((act) =>
      this.proofs.issue(act, user, { purpose: 'change', email, language }),
    );
  }

  private async confirm(
    member: Member,
    current: string | undefined,
    caller: Caller,
  ): Promise<UserEntity> {
    const user = await this.users.getById(member.id);
    return user.passwordHash === null
      ? this.confirmed.confirmWholly(member, undefined, caller)
      : this.present.confirm(member, current ?? '', caller);
  }
}
