import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { Limits } from '../limits/limits.js';
import { WrongCode } from './factors.errors.js';
import { FactorsRepository } from './factors.repository.js';
import {
  digestOfCode,
  looksLikeRecoveryCode,
  makeRecoveryCode,
  RECOVERY_CODES,
} from './recovery-codes.js';
import { findStep } from './totp.js';
import { TotpSecrets } from './totp-secrets.js';

/** Checks codes of apps and recovery codes. Each works once. */
@Injectable()
export class FactorCodes {
  constructor(
    private readonly factors: FactorsRepository,
    private readonly secrets: TotpSecrets,
    private readonly limits: Limits,
  ) {}

  /**
   * Counts a code before it is checked.
   * @throws TooManyRequests
   */
  async count(userId: string, code: string, address: string): Promise<void> {
    if (looksLikeRecoveryCode(code)) await this.limits.takeRecoveryCode(userId, address);
    else await this.limits.takeCode(userId, address);
  }

  /**
   * Uses a code, which becomes invalid when the transaction commits.
   * @param code of the app, or a recovery code
   * @returns which of the two it was
   * @throws WrongCode also for a used code, and for an account without an app
   */
  async take(tx: Tx, userId: string, code: string): Promise<'app' | 'recovery'> {
    const digest = digestOfCode(code, userId);
    const isRight = digest
      ? await this.factors.useRecoveryCode(tx, userId, digest)
      : await this.takeOfApp(tx, userId, code.replace(/\s/g, ''));
    if (!isRight) throw new WrongCode();
    return digest ? 'recovery' : 'app';
  }

  /** @returns new recovery codes, to be shown once, which replace the existing ones */
  async renewRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode);
    await this.factors.replaceRecoveryCodes(
      tx,
      userId,
      codes.map((code) => digest(code, userId)),
    );
    return codes;
  }

  /** @returns an additional recovery code, to be shown once */
  async addRecoveryCode(tx: Tx, userId: string): Promise<string> {
    const code = makeRecoveryCode();
    await this.factors.addRecoveryCodes(tx, userId, [digest(code, userId)]);
    return code;
  }

  private async takeOfApp(tx: Tx, userId: string, code: string): Promise<boolean> {
    const factor = await this.factors.findTotp(userId, tx);
    const opened = factor && this.secrets.open(factor.secret, userId);
    const step = opened && findStep(opened.secret, code);
    return step !== null && this.factors.takeStep(tx, userId, step);
  }
}

function digest(code: string, userId: string): Buffer {
  return digestOfCode(code, userId)!;
}
