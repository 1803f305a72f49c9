import { Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';
import { type Act, Acts } from '../../acts/acts.js';
import { AppConfig } from '../../config/app-config.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import type { Caller } from '../../input/caller-gone.js';
import { Settings } from '../../settings/settings.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { UsersService } from '../../users/accounts/users.service.js';
import type { Member } from '../../users/viewer/viewer.js';
import { FactorCodes } from '../factors/factor-codes.js';
import { EnrolmentNotBegun, TotpIsOff, TotpIsOn, WrongCode } from '../factors/factors.errors.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { findStep, inBase32, newTotpSecret, totpAddress } from '../factors/totp.js';
import { TotpSecrets } from '../factors/totp-secrets.js';
import { ConfirmedMember } from '../identity/confirmed-member.js';
import { Limits } from '../limits/limits.js';
import { AddedWays } from '../proofs/added-ways.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { FactorsView, RemoveTotpDto, TotpBegunView } from './totp.dto.js';

/** The authenticator app of an account: enrolment, removal and recovery codes. */
@Injectable()
export class TotpEnrolment {
  constructor(
    private readonly confirmed: ConfirmedMember,
    private readonly factors: FactorsRepository,
    private readonly secrets: TotpSecrets,
    private readonly codes: FactorCodes,
    private readonly ways: AddedWays,
    private readonly accounts: UsersRepository,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly signals: SignalLog,
    private readonly acts: Acts,
    private readonly limits: Limits,
    private readonly settings: Settings,
    private readonly config: AppConfig,
  ) {}

  async find(member: Member): Promise<FactorsView> {
    const [user, { staffSecondFactor }, totp, recoveryCodesLeft] = await Promise.all([
      this.users.getById(member.id),
      this.settings.current(),
      this.factors.findTotp(member.id),
      this.factors.countRecoveryCodes(member.id),
    ]);
    return {
      password: user.passwordHash !== null,
      totpSince: totp?.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft,
      required: staffSecondFactor && user.role !== 'member',
      secondFactor: member.secondFactor === true,
    };
  }

  /**
   * Creates a secret. It takes effect after its first code.
   * @throws TotpIsOn
   * @throws WrongPassword, FreshSignInRequired, SecondFactorRequired
   */
  async begin(member: Member, current: string | undefined, caller: Caller): Promise<TotpBegunView> {
    const { username } = await this.confirmed.confirmWholly(member, current, caller);
    const secret = newTotpSecret();
    const sealed = this.secrets.seal(secret, member.id);
    await this.acts.run(async (act) => {
      if (!(await this.factors.beginTotp(act, member.id, sealed))) throw new TotpIsOn();
    });
    const { host } = new URL(this.config.publicUrl);
    const address = totpAddress(secret, host, username!);
    return { secret: inBase32(secret), address, qr: renderSVG(address, { ecc: 'M', border: 4 }) };
  }

  /**
   * Turns the second step on. The current session counts as one with two factors, because its user
   * has entered a code.
   * @returns the recovery codes
   * @throws EnrolmentNotBegun
   * @throws WrongCode
   * @throws SecondFactorRequired when a passkey was added meanwhile
   * @throws SessionEnded
   */
  async confirm(member: Member, code: string, caller: Caller): Promise<string[]> {
    await this.limits.takeCode(member.id, caller.address);
    const recoveryCodes = await this.change(member, async (act) => {
      const begun = await this.factors.findTotp(member.id, act);
      if (begun?.confirmedAt) throw new TotpIsOn();
      await this.confirmed.assertStill(act, member);
      const opened = begun?.isFresh ? this.secrets.open(begun.secret, member.id) : null;
      if (!opened) throw new EnrolmentNotBegun();
      const step = findStep(opened.secret, code.replace(/\s/g, ''));
      if (step === null) throw new WrongCode();
      const id = await this.factors.confirmTotp(act, member.id, begun!.secret, step);
      if (id === null) throw new EnrolmentNotBegun();
      await this.ways.tell(act, member.id, { kind: 'app', id });
      await this.sessions.addFactor(act, member);
      return this.codes.renewRecoveryCodes(act, member.id);
    });
    await this.limits.forgetCodes(member.id, caller.address);
    return recoveryCodes;
  }

  /**
   * Replaces the recovery codes.
   * @returns ten new ones
   * @throws TotpIsOff
   * @throws WrongCode
   * @throws WrongPassword, FreshSignInRequired
   */
  async renewRecoveryCodes(
    member: Member,
    { current, code }: RemoveTotpDto,
    caller: Caller,
  ): Promise<string[]> {
    await this.confirmed.confirm(member, current, caller);
    return this.byCode(member, code, caller, async (act) => {
      await this.ways.tell(act, member.id, { kind: 'codes', id: null });
      return this.codes.renewRecoveryCodes(act, member.id);
    });
  }

  /**
   * Removes the app. Requires the password and a code. Sessions then count as sessions with one
   * factor.
   * @throws TotpIsOff
   * @throws WrongCode
   * @throws WrongPassword, FreshSignInRequired
   */
  async remove(member: Member, { current, code }: RemoveTotpDto, caller: Caller): Promise<void> {
    await this.confirmed.confirmByPassword(member, current, caller);
    await this.byCode(member, code, caller, async (act) => {
      await this.factors.removeTotp(act, member.id);
      await this.sessions.dropFactors(act, member.id);
    });
  }

  /**
   * Steps up the current session to two factors.
   * @throws TotpIsOff
   * @throws WrongCode
   */
  async stepUp(member: Member, code: string, caller: Caller): Promise<void> {
    await this.byCode(member, code, caller, async (act, by) => {
      if (by === 'recovery') await this.ways.tell(act, member.id, { kind: 'code', id: null });
      await this.sessions.addFactor(act, member);
    });
  }

  private async byCode<T>(
    member: Member,
    code: string,
    { address }: Caller,
    work: (act: Act, by: 'app' | 'recovery') => Promise<T>,
  ): Promise<T> {
    await this.codes.count(member.id, code, address);
    const result = await this.change(member, async (act) => {
      const totp = await this.factors.findTotp(member.id, act);
      if (!totp?.confirmedAt) throw new TotpIsOff();
      return work(act, await this.codes.take(act, member.id, code));
    });
    await this.limits.forgetCodes(member.id, address);
    return result;
  }

  /** Runs under a lock of the account that each sign-in to it waits for; all nodes are notified. */
  private change<T>(member: Member, work: (act: Act) => Promise<T>): Promise<T> {
    return this.acts.run(async (act) => {
      await this.accounts.lock(act, member.id);
      const result = await work(act);
      await this.signals.append(act, { type: 'user.changed', userId: member.id });
      return result;
    });
  }
}
