import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { AppConfig } from '../../config/app-config.js';

/**
 * A 256-bit key for one purpose, derived from a configured secret (HKDF with SHA-256, RFC 5869), so
 * that a signature for one purpose is invalid for another.
 */
export function deriveSigningKey(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `colloquy ${purpose} v1`, 32)));
}

/**
 * The keys of a purpose during a rotation of the secret: the first one signs, each of them
 * verifies.
 */
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
