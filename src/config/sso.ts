import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { assertStrong } from './auth-secret.js';
import { ConfigFault } from './config-fault.js';
import { listOf, parseChoice } from './env-values.js';

const ROLES = ['member', 'moderator', 'admin'] as const;

/** A key of the host site, with the one algorithm that it is for. */
export interface SsoKey {
  readonly kid: string;
  readonly algorithm: 'HS256' | 'EdDSA';
  readonly key: KeyObject;
}

/** How the host site signs its readers in. */
export interface Sso {
  /** The required `iss` of a token; accounts are identified by it and their subject. */
  readonly issuer: string;
  readonly audience: string;
  readonly keys: readonly SsoKey[];
  /** The highest role that a token can give; `member` means none. */
  readonly ceiling: (typeof ROLES)[number];
}

interface SsoEnvironment {
  keys: string | undefined;
  issuer: string | undefined;
  audience: string | undefined;
  roles: string | undefined;
}

interface Surroundings {
  production: boolean;
  publicUrl: string;
  /** Secrets for other purposes, from which the keys must differ. */
  others: readonly (string | null)[];
}

/** At most two keys: one is in use, the other one is new or about to be removed. */
const MOST_KEYS = 2;
const KID = /^[\w.-]{1,64}$/;
const SHAPE = 'kid:hs256:<secret> or kid:eddsa:<public key in base64url>';

/**
 * The configuration of the host site's tokens; null when single sign-on is off.
 * @throws ConfigFault that names the key, and no secret
 */
export function parseSso(env: SsoEnvironment, around: Surroundings): Sso | null {
  const entries = listOf(env.keys);
  if (entries.length === 0) {
    if (env.issuer) throw new ConfigFault('SSO_ISSUER needs SSO_KEYS.');
    return null;
  }
  if (!env.issuer) {
    throw new ConfigFault(
      'SSO_KEYS needs SSO_ISSUER: the "iss" of the tokens, such as https://www.example.org.',
    );
  }
  const keys = entries.map((entry) => parseKey(entry, around));
  if (keys.length > MOST_KEYS || new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw new ConfigFault('SSO_KEYS must be one key, or two with different names.');
  }
  return Object.freeze({
    issuer: env.issuer,
    audience: env.audience || around.publicUrl,
    keys: Object.freeze(keys),
    ceiling: parseChoice('SSO_ROLES', env.roles || 'member', ROLES),
  });
}

function parseKey(entry: string, around: Surroundings): SsoKey {
  const [, kid = '', kind = '', material = ''] = /^([^:]+):([^:]+):(.+)$/.exec(entry) ?? [];
  if (!KID.test(kid)) throw new ConfigFault(`SSO_KEYS must list ${SHAPE}.`);
  if (kind === 'hs256') return { kid, algorithm: 'HS256', key: secretKey(material, around) };
  if (kind === 'eddsa') return { kid, algorithm: 'EdDSA', key: publicKey(kid, material) };
  throw new ConfigFault(`SSO_KEYS must list ${SHAPE}.`);
}

function secretKey(secret: string, { production, others }: Surroundings): KeyObject {
  if (production) assertStrong('SSO_KEYS', secret);
  if (others.includes(secret)) {
    throw new ConfigFault('SSO_KEYS must have a secret of its own, which signs nothing else.');
  }
  return createSecretKey(Buffer.from(secret));
}

/** Accepts the 32 raw bytes, or the output of `openssl pkey -pubout -outform DER`. */
function publicKey(kid: string, text: string): KeyObject {
  const bytes = Buffer.from(text, 'base64url');
  try {
    const key =
      bytes.length === 32
        ? createPublicKey({
            format: 'jwk',
            key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
          })
        : createPublicKey({ format: 'der', type: 'spki', key: bytes });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Reported below.
  }
  throw new ConfigFault(
    `SSO_KEYS has no public key of Ed25519 for ${kid}: its 32 bytes in base64url.`,
  );
}
