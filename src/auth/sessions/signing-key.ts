import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { AppConfig } from '../../config/app-config.js';

/**
 * A 256-bit key for one purpose, derived from a configured secret (HKDF with SHA-256, RFC 5869),
 * so that what is signed for one purpose proves nothing for another.
 */
export function deriveSigningKey(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `colloquy ${purpose} v1`, 32)));
}

/** The keys of a purpose while the secret rotates: the first one signs, each of them proves. */
export function deriveSigningKeys(
  { authSecret, previousAuthSecret }: Pick<AppConfig, 'authSecret' | 'previousAuthSecret'>,
  purpose: string,
): [KeyObject, ...KeyObject[]] {
  const former = previousAuthSecret === null ? [] : [previousAuthSecret];
  return [
    deriveSigningKey(authSecret, purpose),
    ...former.map((secret) => deriveSigningKey(secret, purpose)),
  ];
}
