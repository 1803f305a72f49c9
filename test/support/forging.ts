import { createHmac, type KeyObject, sign } from 'node:crypto';

/** An invalid token with its name. */
export type Forged = readonly [name: string, token: string];

export type Claims = Record<string, unknown>;

export const HEADER = { alg: 'HS256', kid: 'old' };

export const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export function signed(
  header: object,
  claims: Claims,
  key: string | Buffer,
  hash = 'sha256',
): string {
  return signedText(header, JSON.stringify(claims), key, hash);
}

export function signedText(
  header: object,
  payload: string,
  key: string | Buffer,
  hash = 'sha256',
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
}

export function signedBy(header: object, claims: Claims, key: KeyObject): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}
