import { Injectable } from '@nestjs/common';
import type { Configuration, CustomFetchOptions } from 'openid-client';
import { AppConfig } from '../../config/app-config.js';
import type { OidcProvider } from '../../config/oidc.js';
import { Outgoing } from '../../outgoing/outgoing.js';
import { SignInWayNotFound } from './providers.errors.js';

type Library = typeof import('openid-client');

/** A provider as its issuer describes it. */
export interface OidcClient {
  provider: OidcProvider;
  configuration: Configuration;
  library: Library;
}

/** Keys, tokens and profiles are short. */
const MAX_BYTES = 256 * 1_024;

/** The configured providers. The metadata of an issuer is fetched when it is first needed. */
@Injectable()
export class OidcClients {
  private readonly known = new Map<string, Promise<OidcClient>>();

  constructor(
    private readonly config: AppConfig,
    private readonly outgoing: Outgoing,
  ) {}

  get providers(): readonly OidcProvider[] {
    return this.config.oidc;
  }

  redirectUri({ id }: OidcProvider): string {
    return `${this.config.publicUrl}/api/v1/auth/oidc/${id}/callback`;
  }

  /** @throws SignInWayNotFound */
  find(id: string): OidcProvider {
    const provider = this.providers.find((one) => one.id === id);
    if (!provider) throw new SignInWayNotFound();
    return provider;
  }

  /** @throws Error when the issuer cannot be reached; the next call tries again */
  async get(provider: OidcProvider): Promise<OidcClient> {
    let client = this.known.get(provider.id);
    if (!client) {
      client = this.discover(provider);
      this.known.set(provider.id, client);
      client.catch(() => this.known.delete(provider.id));
    }
    return client;
  }

  private async discover(provider: OidcProvider): Promise<OidcClient> {
    // Loaded lazily, so that a start without providers does not load it.
    const library = await import('openid-client');
    const { issuer, clientId, clientSecret } = provider;
    const isPlain = issuer.startsWith('http:');
    const configuration = await library.discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret === null ? library.None() : library.ClientSecretBasic(clientSecret),
      {
        [library.customFetch]: (url, options) => this.ask(provider, url, options),
        // The configuration allows plain HTTP only for this machine.
        execute: isPlain ? [library.allowInsecureRequests] : [],
      },
    );
    return { provider, configuration, library };
  }

  private async ask(
    { origins }: OidcProvider,
    url: string,
    { method, headers, body }: CustomFetchOptions,
  ): Promise<Response> {
    const sent = body === undefined || body === null ? null : String(body as URLSearchParams);
    const asked = { origins, method, headers, body: sent, maxBytes: MAX_BYTES };
    const answer = await this.outgoing.send(url, asked);
    return new Response(answer.status === 204 ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: { 'content-type': answer.contentType },
    });
  }
}
