import { Injectable } from '@nestjs/common';
import type { Caller } from '../../input/caller-gone.js';
import { AppConfig } from '../../config/app-config.js';
import { Acts } from '../../acts/acts.js';
import { Database } from '../../database/database.js';
import { Settings } from '../../settings/settings.js';
import type { Language } from '../../text/plain/languages.js';
import { emailKey } from '../../users/accounts/email.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { toUserView } from '../../users/accounts/user-view.js';
import { EmailUnconfirmed } from '../../users/viewer/users.errors.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { type Member, withoutFactor } from '../../users/viewer/viewer.js';
import { Limits } from '../limits/limits.js';
import type { LoginDto, RegisterDto, SignedInView } from './auth.dto.js';
import { SecondStep } from '../factors/second-step.js';
import { LASTS, Proofs } from '../proofs/proofs.service.js';
import { SessionEnded } from '../sessions/sessions.errors.js';
import { InvalidCredentials } from './auth.errors.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { isHashable, Passwords } from '../passwords/passwords.js';
import { type OpenSession, SessionsService } from '../sessions/sessions.service.js';
import { ViewerCache } from '../sessions/viewer-cache.js';
import { Terms } from '../terms/terms.js';
import { Tokens } from '../sessions/access-tokens.js';

/** Somebody who has signed in. */
export interface SignedIn {
  view: SignedInView & { refreshToken: string };
  /** When the session ends. */
  expiresAt: Date;
}

/** The origin and the language of a registration. */
interface Registering {
  caller: Caller;
  device: string | null;
  language: Language;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: UsersRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly tokens: Tokens,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly viewers: ViewerCache,
    private readonly limits: Limits,
    private readonly settings: Settings,
    private readonly proofs: Proofs,
    private readonly terms: Terms,
    private readonly secondStep: SecondStep,
    private readonly config: AppConfig,
  ) {}

  /**
   * Creates an account and signs it in. If addresses must be confirmed first, the account is
   * pending. It has no address yet, so the response does not reveal whether another account has it.
   * @returns null when the address must be confirmed by mail first
   * @throws EmailTaken
   * @throws NameTaken
   * @throws TermsNotAccepted when the version of the terms is not the current one
   * @throws InvalidInput for a reserved name, or a password that is easy to guess
   * @throws TooManyRequests when too many mails were sent to the address
   */
  async register(
    { email, username, password, displayName, termsVersion }: RegisterDto,
    { caller, device, language }: Registering,
  ): Promise<SignedIn | null> {
    const { confirmEmails } = await this.settings.current();
    if (termsVersion !== undefined) await this.terms.assertCurrent(termsVersion, '/termsVersion');
    const names = { username, displayName: displayName ?? username };
    await assertHardToGuess(password, [username, names.displayName, email]);
    const passwordHash = await this.passwords.hash(password, caller);
    if (confirmEmails) {
      // Checked first, so that a refused name or password sends no mail and uses no budget of
      // mails.
      await this.users.assertFree(names);
      await this.limits.takeMail(emailKey(email), caller.address);
    }
    const account = { ...names, email, role: 'member', passwordHash, language } as const;
    const pendingUntil = confirmEmails ? new Date(Date.now() + LASTS.confirm * 1_000) : undefined;
    const [user, session] = await this.acts.run(async (act) => {
      const made = await this.users.create(act, { ...account, pendingUntil });
      if (termsVersion !== undefined) await this.terms.accept(act, made.id, termsVersion);
      // If the mail cannot be sent, its job fails visibly, and a pending account stays pending.
      if (confirmEmails || this.config.hasMail) {
        await this.proofs.issue(act, made, { purpose: 'confirm', email, language });
      }
      return [made, confirmEmails ? null : await this.sessions.open(act, made.id, device)] as const;
    });
    return session && this.signedIn(user, session);
  }

  /**
   * @throws InvalidCredentials for an unknown login, and likewise for a wrong password
   * @throws EmailUnconfirmed for an account that is pending
   * @throws SecondFactorRequired with a challenge, if the account has a second step
   * @throws TooManyRequests whether or not the account exists
   */
  async login(credentials: LoginDto, caller: Caller, device: string | null): Promise<SignedIn> {
    const { login, password } = credentials;
    if (!isHashable(password)) throw new InvalidCredentials();
    // The count is by the typed login. A count shared by name and address would reveal to whom the
    // address belongs.
    const tried = emailKey(login);
    await this.limits.takePassword(tried, caller.address);
    const user = await this.users.findByLogin(login);
    const hash = user?.passwordHash ?? null;
    const matches = await this.passwords.verify(hash, password, caller);
    if (!user || hash === null || !matches) throw new InvalidCredentials();
    await this.limits.forgetPasswords(tried, caller.address);
    if (user.pendingUntil) throw new EmailUnconfirmed();
    // The next sign-in tries again, so a failure is ignored.
    const held = await this.renewHash(user.id, hash, password, caller).catch(() => hash);
    const session = await this.acts.run(async (act) => {
      if (!(await this.accounts.holdPasswordHash(act, user.id, held))) return null;
      await this.secondStep.assertNone(act, { id: user.id, passwordHash: held });
      return this.sessions.open(act, user.id, device);
    });
    // The password was changed while it was compared.
    if (!session) return this.login(credentials, caller, device);
    return this.signedIn(user, session);
  }

  /**
   * @param restSeconds a token that is younger is returned unchanged
   * @throws InvalidRefreshToken
   * @throws SessionEnded
   * @throws RefreshTokenReused
   */
  async refresh(refreshToken: string, restSeconds = 0): Promise<SignedIn> {
    const session = await this.sessions.refresh(refreshToken, restSeconds);
    return this.signedIn(await this.users.getById(session.userId), session);
  }

  /**
   * The member of an access token, cached for up to a second unless a signal arrives. A banned
   * member is returned, too: the caller decides what a ban leaves open. If the site requires two
   * factors of staff, those in a session with one factor have the role `member`.
   * @throws TokenExpired
   * @throws InvalidToken
   * @throws SessionEnded
   */
  async authenticate(token: string): Promise<Member> {
    const member = await this.viewers.get(token, () => this.lookUp(token));
    if (member.role === 'member' || member.secondFactor) return member;
    const { staffSecondFactor } = await this.settings.current();
    return staffSecondFactor ? withoutFactor(member) : member;
  }

  private async lookUp(token: string): Promise<Member> {
    const { userId, sessionId, expiresAt } = await this.tokens.verify(token);
    const viewer = await this.accounts.findViewer(userId, sessionId);
    if (!viewer) throw new SessionEnded();
    return { ...viewer, expiresAt };
  }

  /**
   * Hashes the password again with the current parameters. Only a login has the password for that.
   * @returns the hash of the account afterwards, unless somebody else has changed it
   */
  private async renewHash(
    userId: string,
    hash: string,
    password: string,
    caller: Caller,
  ): Promise<string> {
    if (!this.passwords.isOutdated(hash)) return hash;
    const renewed = await this.passwords.hash(password, caller);
    await this.accounts.replacePasswordHash(this.database, userId, hash, renewed);
    return renewed;
  }

  /** The account data in the response to a sign-in. */
  async signedIn(user: UserEntity, session: OpenSession): Promise<SignedIn> {
    const { id: sessionId, refreshToken, expiresAt } = session;
    const issued = await this.tokens.issue({ userId: user.id, sessionId }, expiresAt);
    return { view: { user: toUserView(user), ...issued, refreshToken }, expiresAt };
  }
}
