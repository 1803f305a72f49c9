import { ConfigFault } from './config-fault.js';
import { decoded, listOf } from './env-values.js';
import { isLoopback } from './site-origins.js';

/** A site that signs readers in by OpenID Connect. */
export interface OidcProvider {
  /** Its name in URLs. */
  readonly id: string;
  /** Its display name. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  /** The only origins that tokens and keys are requested from. */
  readonly origins: ReadonlySet<string>;
}

const ENTRY = /^([a-z0-9]+(?:-[a-z0-9]+)*)=(.+)$/;
const SHAPE = 'name=https://CLIENT_ID:CLIENT_SECRET@issuer.example/?name=Title&host=keys.example';

/**
 * The providers, each given as the URL of its issuer, with the client id and secret as user info.
 * @throws ConfigFault that names the key, and no secret
 */
export function parseOidc(
  value: string | undefined,
  { production }: { production: boolean },
): readonly OidcProvider[] {
  const providers = listOf(value).map((entry) => parseProvider(entry, production));
  if (new Set(providers.map(({ id }) => id)).size < providers.length) {
    throw new ConfigFault('OIDC_PROVIDERS must have different names.');
  }
  return Object.freeze(providers);
}

function parseProvider(entry: string, production: boolean): OidcProvider {
  const [, id = '', address = ''] = ENTRY.exec(entry) ?? [];
  const url = id !== '' && URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username === '' || url.hash !== '') {
    throw new ConfigFault(`OIDC_PROVIDERS must list ${SHAPE}.`);
  }
  if (url.protocol === 'http:' && (production || !isLoopback(url.hostname))) {
    throw new ConfigFault(`OIDC_PROVIDERS has ${id}, which must begin with https://.`);
  }
  const { searchParams } = url;
  // A final slash makes another issuer, except for the root path, which a URL always has.
  const issuer = `${url.origin}${url.pathname === '/' ? '' : url.pathname}`;
  const hosts = searchParams.getAll('host').map((host) => originOf(host, url.protocol, id));
  return {
    id,
    name: searchParams.get('name') || id,
    issuer,
    clientId: decoded('OIDC_PROVIDERS', url.username),
    clientSecret: decoded('OIDC_PROVIDERS', url.password) || null,
    origins: new Set([url.origin, ...hosts]),
  };
}

function originOf(host: string, protocol: string, id: string): string {
  const url = URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`) : null;
  if (url?.href === `${url?.origin}/`) return url.origin;
  throw new ConfigFault(`OIDC_PROVIDERS has ${id} with a host that is none.`);
}
