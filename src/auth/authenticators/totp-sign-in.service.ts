import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Caller } from '../../input/caller-gone.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { FactorCodes } from '../factors/factor-codes.js';
import { ChallengeNotValid } from '../factors/factors.errors.js';
import { readChallenge, SecondStepChallenges } from '../factors/second-step-challenges.js';
import { AuthService, type SignedIn } from '../identity/auth.service.js';
import { Limits } from '../limits/limits.js';
import { AddedWays } from '../proofs/added-ways.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { VerifyTotpDto } from './totp.dto.js';

/** The second step of a sign-in. */
@Injectable()
export class TotpSignIn {
  constructor(
    private readonly challenges: SecondStepChallenges,
    private readonly codes: FactorCodes,
    private readonly ways: AddedWays,
    private readonly accounts: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly auth: AuthService,
    private readonly acts: Acts,
    private readonly limits: Limits,
  ) {}

  /**
   * Completes a sign-in, and opens its session.
   * @throws ChallengeNotValid
   * @throws WrongCode
   * @throws TooManyRequests
   */
  async signIn(
    { challenge, code }: VerifyTotpDto,
    caller: Caller,
    device: string | null,
  ): Promise<SignedIn> {
    const presented = readChallenge(challenge);
    const find = async (within?: Parameters<UsersRepository['findById']>[1]) => {
      const user = presented && (await this.accounts.findById(presented.userId, within));
      if (!user || !this.challenges.proves(presented, user)) throw new ChallengeNotValid();
      return user;
    };
    const { id } = await find();
    // The challenge is checked first, so that nobody can use up the attempts of an account without
    // its password.
    await this.codes.count(id, code, caller.address);
    const [user, session] = await this.acts.run(async (act) => {
      await this.accounts.lock(act, id);
      const now = await find(act);
      const by = await this.codes.take(act, id, code);
      if (by === 'recovery') await this.ways.tell(act, id, { kind: 'code', id: null });
      return [now, await this.sessions.open(act, id, device, true)] as const;
    });
    await this.limits.forgetCodes(id, caller.address);
    return this.auth.signedIn(user, session);
  }
}
