import { Injectable } from '@nestjs/common';
import type { Caller } from '../../input/caller-gone.js';
import { Acts } from '../../acts/acts.js';
import type { UserEntity } from '../../users/user.entity.js';
import { toUserView } from '../../users/user-view.js';
import { UsersService } from '../../users/users.service.js';
import type { Member } from '../../users/viewer.js';
import { Limits } from '../limits/limits.js';
import type { LoginDto, RegisterDto, SignedInView } from './auth.dto.js';
import { SessionEnded } from '../sessions/sessions.errors.js';
import { InvalidCredentials } from './auth.errors.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { findPasswordFault, Passwords } from '../passwords/passwords.js';
import { type OpenSession, SessionsService } from '../sessions/sessions.service.js';
import { ViewerCache } from '../sessions/viewer-cache.js';
import { ACCESS_TOKEN_SECONDS, type TokenClaims, Tokens } from '../sessions/tokens.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly tokens: Tokens,
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
  ): Promise<SignedInView> {
    const names = { username, displayName: displayName ?? username };
    await assertHardToGuess(password, [username, names.displayName, email]);
    const passwordHash = await this.passwords.hash(password, caller);
    const [user, session] = await this.acts.run(async (act) => {
      const made = await this.users.create(act, { ...names, email, role: 'member', passwordHash });
      return [made, await this.sessions.open(act, made.id)] as const;
    });
    return this.signedIn(user, session);
  }

  /**
   * @throws InvalidCredentials whether it is the login or the password that is wrong
   * @throws TooManyRequests for an account that exists as for one that does not
   */
  async login({ login, password }: LoginDto, caller: Caller): Promise<SignedInView> {
    if (findPasswordFault(password)) throw new InvalidCredentials();
    const user = await this.users.findByLogin(login);
    const tried = user?.id ?? login.normalize('NFC').toLowerCase();
    await this.limits.takePassword(tried, caller.address);
    const matches = await this.passwords.verify(user?.passwordHash ?? null, password, caller);
    if (!user || !matches) throw new InvalidCredentials();
    await this.limits.forgetPasswords(tried, caller.address);
    await this.renewHash(user, password);
    const session = await this.acts.run((act) => this.sessions.open(act, user.id));
    return this.signedIn(user, session);
  }

  /**
   * @throws InvalidRefreshToken
   * @throws SessionEnded
   * @throws RefreshTokenReused
   */
  async refresh(refreshToken: string): Promise<SignedInView> {
    const session = await this.sessions.rotate(refreshToken);
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
  private async renewHash(user: UserEntity, password: string): Promise<void> {
    if (user.passwordHash === null || !this.passwords.isOutdated(user.passwordHash)) return;
    const renewed = await this.passwords.hash(password);
    await this.users.replacePasswordHash(user.id, user.passwordHash, renewed);
  }

  private async signedIn(user: UserEntity, session: OpenSession): Promise<SignedInView> {
    return {
      user: toUserView(user),
      accessToken: await this.tokens.issue({ userId: user.id, sessionId: session.id }),
      refreshToken: session.refreshToken,
      expiresIn: ACCESS_TOKEN_SECONDS,
    };
  }
}
