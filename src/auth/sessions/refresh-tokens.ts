import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { uuidOf } from '../../database/ids.js';
import { deriveSigningKeys } from './signing-key.js';

/** The claims of a refresh token before verification. */
export interface PresentedToken {
  sessionId: string;
  generation: number;
  proof: Buffer;
}

interface Family {
  id: string;
  /** Random bytes known to the database only. */
  salt: Buffer;
}

const ID_BYTES = 16;
const GENERATION_BYTES = 4;
const PROOF_BYTES = 32;

/**
 * Refresh tokens: base64url(session id, generation as uint32, HMAC-SHA256 of both and the session's
 * salt). They are derived, so none is stored, and a successor can be issued twice. A reader of the
 * database cannot make one without the key, nor a holder of the key without the database.
 */
@Injectable()
export class RefreshTokens {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'refresh tokens');
  }

  derive(family: Family, generation: number): string {
    const head = headOf(family.id, generation);
    return Buffer.concat([head, prove(this.keys[0], head, family.salt)]).toString('base64url');
  }

  /** Whether a token was issued for this session. */
  proves(token: PresentedToken, family: Family): boolean {
    if (token.sessionId !== family.id) return false;
    const head = headOf(family.id, token.generation);
    return this.keys.some((key) => timingSafeEqual(token.proof, prove(key, head, family.salt)));
  }
}

/** Parses a refresh token; null for an invalid one. */
export function readRefreshToken(token: string): PresentedToken | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + GENERATION_BYTES + PROOF_BYTES) return null;
  // The decoder ignores invalid characters, so the spelling is compared: a token has only one.
  if (bytes.toString('base64url') !== token) return null;
  return {
    sessionId: uuidOf(bytes.toString('hex', 0, ID_BYTES)),
    generation: bytes.readUInt32BE(ID_BYTES),
    proof: bytes.subarray(ID_BYTES + GENERATION_BYTES),
  };
}

function prove(key: KeyObject, head: Buffer, salt: Buffer): Buffer {
  return createHmac('sha256', key).update(head).update(salt).digest();
}

function headOf(sessionId: string, generation: number): Buffer {
  const head = Buffer.alloc(ID_BYTES + GENERATION_BYTES);
  head.write(sessionId.replaceAll('-', ''), 'hex');
  head.writeUInt32BE(generation, ID_BYTES);
  return head;
}
