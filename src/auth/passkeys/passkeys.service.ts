import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { AppConfig } from '../../config/app-config.js';
import { newId } from '../../database/ids.js';
import { Retention } from '../../events/retention-job.js';
import type { Caller } from '../../input/caller-gone.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { Member } from '../../users/viewer/viewer.js';
import { AuthService, type SignedIn } from '../identity/auth.service.js';
import { ConfirmedMember } from '../identity/confirmed-member.js';
import { BOUNDS } from '../limits/bounds.js';
import { AddedWays } from '../proofs/added-ways.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { CEREMONY_SECONDS, digestOfChallenge } from './passkey-challenges.js';
import { PasskeyVerifier } from './passkey-verifier.js';
import type { AddPasskeyDto, AnswerDto, PasskeysView, PasskeyView } from './passkeys.dto.js';
import { PasskeyNotFound, PasskeyRefused, TooManyPasskeys } from './passkeys.errors.js';
import { PasskeysRepository } from './passkeys.repository.js';

/** Passkeys of accounts: adding, naming, removing, and signing in. */
@Injectable()
export class Passkeys implements OnModuleInit {
  constructor(
    private readonly passkeys: PasskeysRepository,
    private readonly verifier: PasskeyVerifier,
    private readonly confirmed: ConfirmedMember,
    private readonly accounts: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly auth: AuthService,
    private readonly ways: AddedWays,
    private readonly acts: Acts,
    private readonly retention: Retention,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.retention.alsoRows('used challenges', { table: 'used_challenges', by: 'expires_at' });
  }

  async list(member: Member): Promise<PasskeysView> {
    const { hasPasskeys: available } = this.config;
    return { available, items: await this.passkeys.list(member.id) };
  }

  /**
   * The options for a browser to create a passkey.
   * @throws NoPasskeys
   * @throws WrongPassword, FreshSignInRequired, SecondFactorRequired
   */
  async begin(member: Member, current: string | undefined, caller: Caller) {
    const user = await this.confirmed.confirmWholly(member, current, caller);
    const known = await this.passkeys.listKeys(member.id);
    assertRoom(known);
    const { id, username, displayName } = user;
    return this.verifier.askForNew({ id, username: username!, displayName }, known);
  }

  /**
   * Adds the passkey that a browser has created. The current session then counts as one with two
   * factors.
   * @throws PasskeyRefused
   * @throws TooManyPasskeys
   * @throws SecondFactorRequired when another factor was added meanwhile
   * @throws SessionEnded
   */
  async add(member: Member, answer: AddPasskeyDto): Promise<PasskeyView> {
    const made = await this.verifier.readNew(answer, member.id);
    return this.confirmed.change(member, async (act) => {
      await this.useChallenge(act, made.challenge);
      assertRoom(await this.passkeys.listKeys(member.id, act));
      const ids = { id: newId(), userId: member.id };
      const byPassword = !(await this.passkeys.isOfTwoFactors(act, member));
      const passkey = { ...ids, ...made, name: answer.name, byPassword };
      const added = await this.passkeys.insert(act, passkey);
      if (!added) throw new PasskeyRefused();
      await this.ways.tell(act, member.id, { kind: 'passkey', id: added.id });
      await this.sessions.addFactor(act, member);
      return added;
    });
  }

  /** @throws PasskeyNotFound */
  async rename(member: Member, id: string, name: string): Promise<PasskeyView> {
    return this.acts.run(async (act) => {
      const renamed = await this.passkeys.rename(act, member.id, id, name);
      if (!renamed) throw new PasskeyNotFound();
      return renamed;
    });
  }

  /**
   * @throws PasskeyNotFound
   * @throws what `ConfirmedMember.changeWholly` does
   */
  async remove(
    member: Member,
    id: string,
    current: string | undefined,
    caller: Caller,
  ): Promise<void> {
    await this.confirmed.changeWholly(member, current, caller, async (act) => {
      if (!(await this.passkeys.remove(act, member.id, id))) throw new PasskeyNotFound();
      await this.sessions.dropLostFactors(act, member.id);
    });
  }

  /**
   * The options for a browser to sign in, for any account.
   * @throws NoPasskeys
   */
  async ask() {
    return this.verifier.askForAny();
  }

  /**
   * Signs in by the response of a passkey. It counts as two factors: the device and the verified
   * user.
   * @throws PasskeyRefused also for an unknown passkey
   */
  async signIn(answer: AnswerDto, device: string | null): Promise<SignedIn> {
    const passkey = await this.passkeys.findKey(Buffer.from(answer.id, 'base64url'));
    if (!passkey) throw new PasskeyRefused();
    const { challenge, counter, backedUp } = await this.verifier.read(answer, passkey);
    const { id, userId } = passkey;
    const [user, session] = await this.acts.run(async (act) => {
      await this.accounts.lock(act, userId);
      await this.useChallenge(act, challenge);
      if (!(await this.passkeys.use(act, id, counter, backedUp))) throw new PasskeyRefused();
      const opened = await this.sessions.open(act, userId, device, true);
      return [(await this.accounts.findById(userId, act))!, opened] as const;
    });
    return this.auth.signedIn(user, session);
  }

  /** @throws PasskeyRefused */
  private async useChallenge(act: Act, challenge: string): Promise<void> {
    const digest = digestOfChallenge(challenge);
    const isFirst = await this.passkeys.useChallenge(act, digest, CEREMONY_SECONDS);
    if (!isFirst) throw new PasskeyRefused();
  }
}

function assertRoom(known: readonly unknown[]): void {
  if (known.length >= BOUNDS.passkeys.most) throw new TooManyPasskeys();
}
