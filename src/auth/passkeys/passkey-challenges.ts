import { Injectable } from '@nestjs/common';
import { createHash, createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { deriveSigningKeys } from '../sessions/signing-key.js';

/** The purpose that an authenticator signs for: adding a passkey to an account, or signing in. */
export type Ceremony = 'add' | 'sign-in';

/** How long browsers wait for the user. Some users are slow to find their key. */
export const CEREMONY_SECONDS = 5 * 60;

const RANDOM_BYTES = 16;
const TIME_BYTES = 4;
const PROOF_BYTES = 32;

/**
 * Challenges of passkeys: random bytes, expiry as uint32, HMAC-SHA256 of both, the ceremony and the
 * account. Unanswered ones are not stored, so requesting many costs no storage. The digest of an
 * answered one is stored until it expires, because each works once.
 */
@Injectable()
export class PasskeyChallenges {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'passkeys');
  }

  /** @param userId the signed-in user; null for a sign-in */
  make(ceremony: Ceremony, userId: string | null): Uint8Array<ArrayBuffer> {
    const head = Buffer.alloc(RANDOM_BYTES + TIME_BYTES);
    randomBytes(RANDOM_BYTES).copy(head);
    head.writeUInt32BE(Math.floor(Date.now() / 1_000) + CEREMONY_SECONDS, RANDOM_BYTES);
    return Uint8Array.from(Buffer.concat([head, prove(this.keys[0], head, ceremony, userId)]));
  }

  /**
   * Whether a challenge in a response of a browser was issued for this purpose, and has not
   * expired.
   */
  proves(challenge: string, ceremony: Ceremony, userId: string | null): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    const isOurs =
      bytes.length === RANDOM_BYTES + TIME_BYTES + PROOF_BYTES &&
      bytes.toString('base64url') === challenge;
    if (!isOurs || bytes.readUInt32BE(RANDOM_BYTES) * 1_000 <= Date.now()) return false;
    const head = bytes.subarray(0, RANDOM_BYTES + TIME_BYTES);
    const proof = bytes.subarray(RANDOM_BYTES + TIME_BYTES);
    return this.keys.some((key) => timingSafeEqual(proof, prove(key, head, ceremony, userId)));
  }
}

export function digestOfChallenge(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}

function prove(key: KeyObject, head: Buffer, ceremony: Ceremony, userId: string | null): Buffer {
  return createHmac('sha256', key)
    .update(head)
    .update(`${ceremony} ${userId ?? ''}`)
    .digest();
}
