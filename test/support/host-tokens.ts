import { SignJWT } from 'jose';
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

export const HOST = 'https://www.example.org';
export const TALK = 'https://talk.example.org';
export const HOST_SECRET = 'hY4mZ8cQw2Xr6TnV1bKs9DfJ3gLp7EaU';

const pair = generateKeyPairSync('ed25519');
const x = pair.publicKey.export({ format: 'jwk' }).x!;

/** The private key that belongs to the public key `new` of the service. */
export const HOST_PRIVATE_KEY = createPrivateKey(
  pair.privateKey.export({ format: 'pem', type: 'pkcs8' }),
);
export const SSO_ENV = {
  PUBLIC_URL: TALK,
  SITE_ORIGINS: HOST,
  SSO_ISSUER: HOST,
  SSO_KEYS: `old:hs256:${HOST_SECRET} new:eddsa:${x}`,
};

export const now = (): number => Math.floor(Date.now() / 1_000);

interface Signing {
  header?: Record<string, unknown>;
  key?: Uint8Array | KeyObject;
}

/** A token as the host site creates it; undefined claims are omitted. */
export async function hostToken(
  claims: Record<string, unknown> = {},
  { header = {}, key = Buffer.from(HOST_SECRET) }: Signing = {},
): Promise<string> {
  const payload = { iss: HOST, aud: TALK, iat: now(), exp: now() + 600, ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'old', ...header }).sign(key);
}
