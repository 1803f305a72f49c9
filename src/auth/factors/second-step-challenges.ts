import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { uuidOf } from '../../database/ids.js';
import { deriveSigningKeys } from '../sessions/signing-key.js';

/** How long a user may take between the password and the code. */
const CHALLENGE_SECONDS = 5 * 60;

const ID_BYTES = 16;
const TIME_BYTES = 4;
const PROOF_BYTES = 32;

/** The claims of a challenge before verification. */
export interface PresentedChallenge {
  userId: string;
  head: Buffer;
  proof: Buffer;
}

/** The current state of the account of a challenge. */
interface Challenged {
  id: string;
  passwordHash: string | null;
}

/**
 * The token after the first step of a sign-in: base64url(user id, expiry as uint32, HMAC-SHA256 of
 * both and the hash of the password). It is not stored. It is useless without a code, and each code
 * works once. It becomes invalid when the password changes.
 */
@Injectable()
export class SecondStepChallenges {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'second step');
  }

  issue(account: Challenged): string {
    const head = Buffer.alloc(ID_BYTES + TIME_BYTES);
    head.write(account.id.replaceAll('-', ''), 'hex');
    head.writeUInt32BE(Math.floor(Date.now() / 1_000) + CHALLENGE_SECONDS, ID_BYTES);
    const proof = prove(this.keys[0], head, account);
    return Buffer.concat([head, proof]).toString('base64url');
  }

  /** Whether it was issued for this account in its current state, and has not expired. */
  proves({ userId, head, proof }: PresentedChallenge, account: Challenged): boolean {
    if (userId !== account.id || head.readUInt32BE(ID_BYTES) * 1_000 <= Date.now()) return false;
    return this.keys.some((key) => timingSafeEqual(proof, prove(key, head, account)));
  }
}

/** Parses a challenge; null for an invalid one. */
export function readChallenge(challenge: string): PresentedChallenge | null {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== ID_BYTES + TIME_BYTES + PROOF_BYTES) return null;
  // The decoder ignores invalid characters, so the spelling is compared: a challenge has only one.
  if (bytes.toString('base64url') !== challenge) return null;
  return {
    userId: uuidOf(bytes.toString('hex', 0, ID_BYTES)),
    head: bytes.subarray(0, ID_BYTES + TIME_BYTES),
    proof: bytes.subarray(ID_BYTES + TIME_BYTES),
  };
}

function prove(key: KeyObject, head: Buffer, { passwordHash }: Challenged): Buffer {
  return createHmac('sha256', key)
    .update(head)
    .update(passwordHash ?? '')
    .digest();
}
