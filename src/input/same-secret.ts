import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a caller has sent the secret. Compares digests, so that the time of the comparison
 * reveals nothing about the secret.
 */
export function isSameSecret(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a, b);
}
