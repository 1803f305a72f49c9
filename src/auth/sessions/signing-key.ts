import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * A 256-bit key for one purpose, derived from the configured secret (HKDF with SHA-256, RFC 5869),
 * so that what is signed for one purpose proves nothing for another.
 */
export function deriveSigningKey(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `colloquy ${purpose} v1`, 32)));
}
