import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import type { Language } from '../../text/plain/languages.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { UsersService } from '../../users/accounts/users.service.js';
import type { Member } from '../../users/viewer/viewer.js';
import { WaysRepository } from '../factors/ways.repository.js';
import { Limits } from '../limits/limits.js';
import { FormerAccess } from '../sessions/former-access.js';
import type { ProvenAccountView } from './proofs.dto.js';
import type { Proof } from './proofs.repository.js';
import { LASTS, Proofs } from './proofs.service.js';

/** Confirms, changes and restores addresses of accounts by links in mails. */
@Injectable()
export class EmailProofs {
  constructor(
    private readonly proofs: Proofs,
    private readonly emails: UserEmailsRepository,
    private readonly users: UsersService,
    private readonly former: FormerAccess,
    private readonly ways: WaysRepository,
    private readonly acts: Acts,
    private readonly signals: SignalLog,
    private readonly limits: Limits,
  ) {}

  /**
   * Confirms the address of an account, or changes it to the requested one.
   * @throws LinkNotValid
   * @throws EmailTaken when another account has confirmed it meanwhile
   */
  async confirm(token: string): Promise<ProvenAccountView> {
    return this.acts.run(async (act) => {
      const proof = await this.proofs.take(act, token, ['confirm', 'change']);
      const { userId, account } = proof;
      if (proof.purpose === 'change' || account.pending) await this.emails.set(act, userId, proof);
      else await this.emails.confirm(act, userId);
      if (proof.purpose === 'change') await this.tellFormer(act, proof);
      await this.signals.append(act, { type: 'user.changed', userId });
      return viewOf(proof);
    });
  }

  /**
   * Restores the former address of an account. An intruder who changed it may know the password,
   * so the password is invalidated. Every session ends. Linked identities, and sign-in methods that
   * were added since a week before the change, are removed. The address gets a link for a new
   * password.
   * @throws LinkNotValid
   * @throws EmailTaken
   */
  async takeBack(token: string): Promise<ProvenAccountView> {
    return this.acts.run(async (act) => {
      const proof = await this.proofs.take(act, token, ['take-back']);
      const { userId, email, emailKey, language } = proof;
      await this.emails.set(act, userId, proof);
      await this.emails.dropPassword(act, userId);
      await this.proofs.endOthers(act, proof);
      await this.former.end(act, userId);
      await this.ways.dropSince(act, userId, proof.id, LASTS['take-back']);
      await this.signals.append(act, { type: 'user.changed', userId });
      const account = { id: userId, emailKey, passwordHash: null };
      await this.proofs.issue(act, account, { purpose: 'reset', email, language });
      return viewOf(proof);
    });
  }

  /**
   * Resends the link of a signed-in user, even if earlier mail has bounced.
   * @param address of the caller
   * @throws NoMail
   * @throws TooManyRequests
   */
  async askAgain(member: Member, language: Language, address: string): Promise<void> {
    this.proofs.assertMail();
    const user = await this.users.getById(member.id);
    const { email, emailKey, emailVerifiedAt, emailFailedAt } = user;
    if (email === null || emailKey === null || (emailVerifiedAt && !emailFailedAt)) return;
    await this.limits.takeMail(emailKey, address);
    await this.acts.run(async (act) => {
      await this.emails.forgetFailure(act, user.id);
      await this.proofs.issue(act, user, { purpose: 'confirm', email, language });
    });
  }

  private async tellFormer(
    act: Act,
    { userId, emailKey, account, language }: Proof,
  ): Promise<void> {
    if (account.emailKey === null || account.emailKey === emailKey) return;
    const now = { id: userId, emailKey, passwordHash: account.passwordHash };
    const { email } = account;
    await this.proofs.issue(act, now, { purpose: 'take-back', email, language });
  }
}

function viewOf({ email, account: { username } }: Proof): ProvenAccountView {
  return { username, email };
}
