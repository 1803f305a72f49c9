import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type JWK } from 'oidc-provider';

/** Lifetimes in seconds. */
const TTL = { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 };
const SECRET = 'pQ7wLz3Kd9Vt2RmX8cYb5HsN4jGf6TaE';
const CLIENT = 'colloquy';

/** A real OpenID Connect provider, at which every visitor is signed in already. */
export class OidcSite {
  /** The account signed in there; null refuses. */
  account: string | null = 'alice';
  /** Redirects back to the service wait for it. */
  gate: Promise<void> = Promise.resolve();
  readonly claims = new Map<string, Record<string, unknown>>();
  /** The requested paths. */
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** @param redirectUris the allowed redirect URIs */
  static async start(...redirectUris: string[]): Promise<OidcSite> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const site = new OidcSite(server, issuer);
    const provider = new Provider(issuer, site.configuration(redirectUris));
    const answer = provider.callback();
    server.on('request', (request, response) => {
      site.asked.push(request.url!.split('?')[0]);
      if (!request.url!.startsWith('/interaction/')) return void answer(request, response);
      const result = site.account
        ? { login: { accountId: site.account } }
        : { error: 'access_denied' };
      void site.gate.then(() => provider.interactionFinished(request, response, result));
    });
    return site;
  }

  /** Its entry in OIDC_PROVIDERS. */
  entry(id: string, title = 'Test'): string {
    const url = new URL(this.issuer);
    url.username = CLIENT;
    url.password = SECRET;
    return `${id}=${url.href}?name=${title}`;
  }

  /**
   * Performs the browser's steps between the two routes of the service.
   * @returns the redirect back to the service, with its query
   */
  async visit(location: string, service: string): Promise<string> {
    const jar = new Map<string, string>();
    for (let at = location; ;) {
      if (at.startsWith(service)) return at.slice(service.length);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(';', 1)[0].split('=');
        jar.set(name, value);
      }
      if (answer.status !== 303) throw new Error(`The provider answered ${answer.status}.`);
      at = new URL(answer.headers.get('location')!, at).href;
    }
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private configuration(redirectUris: string[]): Configuration {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const client = { client_id: CLIENT, client_secret: SECRET, redirect_uris: redirectUris };
    return {
      clients: [client],
      claims: {
        openid: ['sub'],
        profile: ['name', 'preferred_username'],
        email: ['email', 'email_verified'],
      },
      cookies: { keys: [randomUUID()] },
      jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'test' } as JWK] },
      ttl: TTL,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      pkce: { required: () => true },
      findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, ...this.claims.get(id) }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client!.clientId,
          accountId: oidc.session!.accountId,
        });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    };
  }
}
