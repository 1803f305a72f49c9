import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Language } from '../../text/plain/languages.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { AuthService, type SignedIn } from '../identity/auth.service.js';
import { COOKIE_REST_SECONDS } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { IdentityAccounts } from './identity-accounts.js';
import { InvalidSsoToken } from './providers.errors.js';
import { SsoTokens } from './sso-tokens.js';

/** The browser that presents a token. */
interface Browser {
  device: string | null;
  language: Language;
}

/** Signs in users of the host site by its tokens. */
@Injectable()
export class SsoService {
  constructor(
    private readonly tokens: SsoTokens,
    private readonly accounts: IdentityAccounts,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly auth: AuthService,
    private readonly acts: Acts,
  ) {}

  /**
   * A browser that has a session of the same account keeps it, because each page view sends the
   * token. A session of another account ends, because another person uses the browser now.
   * @param kept the refresh token in the cookie of the browser
   * @throws InvalidSsoToken
   */
  async signIn(
    token: string,
    kept: string | null,
    { device, language }: Browser,
  ): Promise<SignedIn> {
    const { issuer, ceiling } = this.tokens.site;
    const { claims } = await this.tokens.judge(token);
    if (!claims) throw new InvalidSsoToken();
    const arrival = { issuer, ceiling, ...claims, keepsProfile: true, language };
    const userId = await this.accounts.admit(arrival);
    const session =
      (kept !== null && (await this.sessions.goOn(userId, kept, COOKIE_REST_SECONDS))) ||
      (await this.acts.run((act) => this.sessions.open(act, userId, device)));
    return this.auth.signedIn(await this.users.getById(userId), session);
  }
}
