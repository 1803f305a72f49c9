import { Injectable, Logger } from '@nestjs/common';
import type { IDToken } from 'openid-client';
import { Acts } from '../../acts/acts.js';
import { AppConfig } from '../../config/app-config.js';
import type { Caller } from '../../input/caller-gone.js';
import { InvalidInput, TemporarilyUnavailable } from '../../problems/general.errors.js';
import type { Language } from '../../text/plain/languages.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { SecondFactorRequired } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import { SecondStep } from '../factors/second-step.js';
import { WrongPassword } from '../identity/auth.errors.js';
import { PresentPassword } from '../identity/present-password.js';
import { AddedWays } from '../proofs/added-ways.service.js';
import { readProfile } from './claimed-profile.js';
import { IdentitiesRepository, IdentityIsKnown } from './identities.repository.js';
import { IdentityAccounts } from './identity-accounts.js';
import type { LinkIdentityDto } from './oidc.dto.js';
import { type OidcClient, OidcClients } from './oidc-clients.js';
import type { WindowMessage } from './oidc-page.js';
import { OidcSeals, type OidcVisit } from './oidc-seals.js';
import { IdentityTaken, InvalidIdentityProof } from './providers.errors.js';

/** The start of a sign-in by a provider. */
export interface VisitStart {
  address: string;
  sealed: string;
}

const SCOPE = 'openid profile email';

/** Signs readers in by OpenID Connect: authorization code, PKCE, state and nonce. */
@Injectable()
export class OidcService {
  private readonly logger = new Logger('Oidc');

  constructor(
    private readonly config: AppConfig,
    private readonly clients: OidcClients,
    private readonly seals: OidcSeals,
    private readonly accounts: IdentityAccounts,
    private readonly identities: IdentitiesRepository,
    private readonly present: PresentPassword,
    private readonly users: UsersRepository,
    private readonly secondStep: SecondStep,
    private readonly ways: AddedWays,
    private readonly acts: Acts,
  ) {}

  /**
   * @param origin of the page that has opened the window
   * @throws SignInWayNotFound
   * @throws InvalidInput for the origin of another site
   * @throws TemporarilyUnavailable when the provider cannot be reached
   */
  async start(id: string, origin: string, links: boolean): Promise<VisitStart> {
    const provider = this.clients.find(id);
    if (!this.mayAsk(origin)) {
      throw InvalidInput.at('?origin', 'This must be an origin of the site.');
    }
    const { library, configuration } = await this.clients.get(provider).catch((error: unknown) => {
      this.tell(id, error);
      throw new TemporarilyUnavailable();
    });
    const [state, nonce] = [library.randomState(), library.randomNonce()];
    const verifier = library.randomPKCECodeVerifier();
    const address = library.buildAuthorizationUrl(configuration, {
      redirect_uri: this.clients.redirectUri(provider),
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const visit = { provider: id, state, nonce, verifier, origin, links };
    return { address: address.href, sealed: await this.seals.sealVisit(visit) };
  }

  /**
   * The message of the window to the page that opened it, after the redirect of the provider.
   * @param search the query of the redirect
   * @throws SignInWayNotFound
   */
  async finish(
    id: string,
    search: string,
    sealed: string | null,
    { device, language }: { device: string | null; language: Language },
  ): Promise<{ message: WindowMessage; origin: string | null }> {
    const provider = this.clients.find(id);
    const failed = { type: 'colloquy:sign-in-failed' } as const;
    const visit = sealed === null ? null : await this.seals.openVisit(sealed);
    const isOurs = visit?.provider === id && this.mayAsk(visit.origin);
    if (!isOurs) return { message: failed, origin: null };
    const { origin } = visit;
    try {
      const client = await this.clients.get(provider);
      const arrival = await this.readArrival(client, search, visit);
      const { issuer, subject } = arrival;
      if (visit.links) {
        const proof = await this.seals.sealIdentity({ issuer, subject });
        return { message: { type: 'colloquy:identity', proof }, origin };
      }
      const userId = await this.accounts.admit({ ...arrival, language });
      const session = await this.acts.run((act) => this.secondStep.open(act, userId, device));
      const { refreshToken } = session;
      return { message: { type: 'colloquy:signed-in', refreshToken }, origin };
    } catch (error) {
      if (error instanceof SecondFactorRequired) {
        const challenge = error.challenge!;
        return { message: { type: 'colloquy:second-factor', challenge }, origin };
      }
      this.tell(id, error);
      return { message: failed, origin };
    }
  }

  /**
   * Links a site to the account of a signed-in member. It requires the password like a change of
   * the address, because a linked site can sign in for longer than the current session.
   * @throws InvalidIdentityProof
   * @throws WrongPassword also when the password was changed meanwhile
   * @throws FreshSignInRequired for an account without a password
   * @throws IdentityTaken
   * @throws TooManyRequests as a sign-in does
   */
  async link(member: Member, { proof, current }: LinkIdentityDto, caller: Caller): Promise<void> {
    const identity = await this.seals.openIdentity(proof);
    if (!identity) throw new InvalidIdentityProof();
    const hash = await this.present.confirmIfSet(member, current, caller);
    try {
      await this.acts.run(async (act) => {
        if (!(await this.users.holdPasswordHash(act, member.id, hash))) throw new WrongPassword();
        const id = await this.identities.link(act, identity, member.id);
        await this.ways.tell(act, member.id, { kind: 'site', id });
      });
    } catch (error) {
      if (!(error instanceof IdentityIsKnown)) throw error;
      if ((await this.identities.findUserId(identity)) !== member.id) throw new IdentityTaken();
    }
  }

  /** Whether the origin belongs to the site or to the service itself. */
  private mayAsk(origin: string): boolean {
    const { siteOrigins, publicUrl } = this.config;
    return siteOrigins.includes(origin) || origin === new URL(publicUrl).origin;
  }

  private async readArrival(client: OidcClient, search: string, visit: OidcVisit) {
    const { library, configuration, provider } = client;
    const answered = new URL(this.clients.redirectUri(provider) + search);
    const tokens = await library.authorizationCodeGrant(configuration, answered, {
      expectedState: visit.state,
      expectedNonce: visit.nonce,
      pkceCodeVerifier: visit.verifier,
      idTokenExpected: true,
    });
    const { iss: issuer, sub: subject, ...told } = tokens.claims()!;
    const known = await this.identities.findUserId({ issuer, subject });
    const more = known === null && (await this.ask(client, tokens.access_token, subject));
    const profile = profileOf({ ...told, ...more });
    const isNew = { issuedAt: null, keepsProfile: false, ceiling: 'member' as const };
    return { issuer, subject, profile, ...isNew };
  }

  /**
   * Asks the userinfo endpoint, because many providers return names and addresses only there. The
   * account is created even without them.
   */
  private async ask({ library, configuration }: OidcClient, token: string, subject: string) {
    if (!configuration.serverMetadata().userinfo_endpoint) return null;
    return library.fetchUserInfo(configuration, token, subject).catch(() => null);
  }

  /** For the operator; the user's window only says that the sign-in failed. */
  private tell(provider: string, error: unknown): void {
    const { name, code } = error as { name?: string; code?: string };
    this.logger.warn(`A sign-in by ${provider} failed: ${code ?? name ?? 'unknown'}.`);
  }
}

/** An address is used only if the provider claims to have verified it. */
function profileOf(claims: Partial<IDToken>) {
  const { email, email_verified, preferred_username, name, picture } = claims;
  return readProfile({
    email,
    emailVerified: email_verified === true,
    username: preferred_username,
    displayName: name,
    avatarUrl: picture,
  }).profile;
}
