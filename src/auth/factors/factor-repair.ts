import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { UserNotFound } from '../../users/viewer/users.errors.js';
import { FactorCodes } from './factor-codes.js';
import { TotpIsOff } from './factors.errors.js';
import { FactorsRepository } from './factors.repository.js';

/**
 * Restores access to an account whose app and recovery codes are lost. An operator calls it on the
 * machine.
 */
@Injectable()
export class FactorRepair {
  constructor(
    private readonly users: UsersService,
    private readonly factors: FactorsRepository,
    private readonly codes: FactorCodes,
    private readonly acts: Acts,
  ) {}

  /**
   * Creates an additional recovery code.
   * @param login the user name or the e-mail address
   * @throws UserNotFound
   * @throws TotpIsOff
   */
  async addRecoveryCode(login: string): Promise<{ user: UserEntity; code: string }> {
    const user = await this.users.findByLogin(login);
    if (!user) throw new UserNotFound();
    const totp = await this.factors.findTotp(user.id);
    if (!totp?.confirmedAt) throw new TotpIsOff();
    const code = await this.acts.run((act) => this.codes.addRecoveryCode(act, user.id));
    return { user, code };
  }
}
