import { Injectable } from '@nestjs/common';
import type { Caller } from '../../input/caller-gone.js';
import { Acts } from '../../acts/acts.js';
import { Database } from '../../database/database.js';
import { emailKey } from '../../users/email.js';
import type { UserEntity } from '../../users/user.entity.js';
import { toUserView } from '../../users/user-view.js';
import { UsersRepository } from '../../users/users.repository.js';
import { UsersService } from '../../users/users.service.js';
import type { Member } from '../../users/viewer.js';
import { Limits } from '../limits/limits.js';
import type { LoginDto, RegisterDto } from './auth.dto.js';
import { SessionEnded } from '../sessions/sessions.errors.js';
import { InvalidCredentials } from './auth.errors.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { findPasswordFault, Passwords } from '../passwords/passwords.js';
import { type OpenSession, SessionsService } from '../sessions/sessions.service.js';
import { ViewerCache } from '../sessions/viewer-cache.js';
import { type TokenClaims, Tokens } from '../sessions/access-tokens.js';
import type { SignedIn } from './sign-in-answers.js';

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
  ) {}

  /**
   * Makes an account and signs it in.
   * @throws EmailTaken
   * @throws NameTaken
   * @throws InvalidInput for a reserved name, or a password that is easy to guess
   */
  async register(
    { email, username, password, displayName }: RegisterDto,
    caller: Caller,
    device: string | null,
  ): Promise<SignedIn> {
    const names = { username, displayName: displayName ?? username };
    await assertHardToGuess(password, [username, names.displayName, email]);
    const passwordHash = await this.passwords.hash(password, caller);
    const [user, session] = await this.acts.run(async (act) => {
      const made = await this.users.create(act, { ...names, email, role: 'member', passwordHash });
      return [made, await this.sessions.open(act, made.id, device)] as const;
    });
    return this.signedIn(user, session);
  }

  /**
   * @throws InvalidCredentials whether it is the login or the password that is wrong
   * @throws TooManyRequests for an account that exists as for one that does not
   */
  async login(credentials: LoginDto, caller: Caller, device: string | null): Promise<SignedIn> {
    const { login, password } = credentials;
    if (findPasswordFault(password)) throw new InvalidCredentials();
    // What was typed is counted: one count for name and address would tell whose address it is.
    const tried = emailKey(login);
    await this.limits.takePassword(tried, caller.address);
    const user = await this.users.findByLogin(login);
    const hash = user?.passwordHash ?? null;
    const matches = await this.passwords.verify(hash, password, caller);
    if (!user || hash === null || !matches) throw new InvalidCredentials();
    await this.limits.forgetPasswords(tried, caller.address);
    const session = await this.acts.run(async (act) =>
      (await this.accounts.holdPasswordHash(act, user.id, hash))
        ? this.sessions.open(act, user.id, device)
        : null,
    );
    // The password was changed while it was compared.
    if (!session) return this.login(credentials, caller, device);
    // The next sign-in tries again, so this one does not fail for it.
    await this.renewHash(user.id, hash, password, caller).catch(() => undefined);
    return this.signedIn(user, session);
  }

  /**
   * @param restSeconds a token that is younger is given back as it is
   * @throws InvalidRefreshToken
   * @throws SessionEnded
   * @throws RefreshTokenReused
   */
  async refresh(refreshToken: string, restSeconds = 0): Promise<SignedIn> {
    const session = await this.sessions.refresh(refreshToken, restSeconds);
    return this.signedIn(await this.users.getById(session.userId), session);
  }

  async logout({ sessionId, userId }: TokenClaims): Promise<void> {
    await this.sessions.revoke(sessionId, userId, 'logout');
  }

  /**
   * The member of an access token, as the database knows them now or knew them within the last
   * second, unless a signal came since. Banned members too: what a ban leaves open is for the
   * caller to say.
   * @throws TokenExpired
   * @throws InvalidToken
   * @throws SessionEnded
   */
  authenticate(token: string): Promise<Member> {
    return this.viewers.get(token, () => this.lookUp(token));
  }

  /** The same without asking anybody; null where that does not suffice. */
  findKnown(token: string): Member | null {
    return this.viewers.find(token);
  }

  private async lookUp(token: string): Promise<Member> {
    const { userId, sessionId, expiresAt } = await this.tokens.verify(token);
    const viewer = await this.users.findViewer(userId, sessionId);
    if (!viewer) throw new SessionEnded();
    return { ...viewer, expiresAt };
  }

  /** @throws InvalidToken, TokenExpired; says nothing of whether the session still is */
  async readToken(token: string): Promise<TokenClaims> {
    return this.tokens.verify(token);
  }

  /** Only at a login is the password there to make the hash of today's parameters from. */
  private async renewHash(
    userId: string,
    hash: string,
    password: string,
    caller: Caller,
  ): Promise<void> {
    if (!this.passwords.isOutdated(hash)) return;
    const renewed = await this.passwords.hash(password, caller);
    await this.accounts.replacePasswordHash(this.database, userId, hash, renewed);
  }

  private async signedIn(user: UserEntity, session: OpenSession): Promise<SignedIn> {
    const { id: sessionId, refreshToken, expiresAt } = session;
    const issued = await this.tokens.issue({ userId: user.id, sessionId }, expiresAt);
    return { view: { user: toUserView(user), ...issued, refreshToken }, expiresAt };
  }
}
