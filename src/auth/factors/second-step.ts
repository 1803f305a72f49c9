import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import type { Tx } from '../../database/database.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { SecondFactorRequired } from '../../users/viewer/users.errors.js';
import { type OpenSession, SessionsService } from '../sessions/sessions.service.js';
import { FactorsRepository } from './factors.repository.js';
import { SecondStepChallenges } from './second-step-challenges.js';

interface Account {
  id: string;
  passwordHash: string | null;
}

/** Whether a sign-in has a second step. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly factors: FactorsRepository,
    private readonly challenges: SecondStepChallenges,
    private readonly sessions: SessionsService,
    private readonly users: UsersRepository,
  ) {}

  /**
   * Runs under a lock of the account, so that it cannot overlap with turning on the second step.
   * @throws SecondFactorRequired with the challenge for the second step
   */
  async assertNone(tx: Tx, account: Account): Promise<void> {
    const totp = await this.factors.findTotp(account.id, tx);
    if (totp?.confirmedAt) throw new SecondFactorRequired(this.challenges.issue(account));
  }

  /**
   * Opens a session for a user whom another site has authenticated.
   * @throws SecondFactorRequired
   */
  async open(act: Act, userId: string, device: string | null): Promise<OpenSession> {
    await this.users.lock(act, userId);
    const user = await this.users.findById(userId, act);
    if (user) await this.assertNone(act, user);
    return this.sessions.open(act, userId, device);
  }
}
