import { Injectable } from '@nestjs/common';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { KeyObject } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { isUuid } from '../../text/uuid.js';
import { InvalidToken, TokenExpired } from './sessions.errors.js';
import { deriveSigningKey } from './signing-key.js';

/** What an access token says. */
export interface TokenClaims {
  userId: string;
  sessionId: string;
  /** In milliseconds since the epoch. */
  expiresAt: number;
}

/** Seconds. A token is looked up at every use, so this bounds only what a lost one costs offline. */
export const ACCESS_TOKEN_SECONDS = 30 * 60;

const ALGORITHM = 'HS256';
/** The key tells sites apart; the nodes of one site may listen at different addresses. */
const ISSUER = 'colloquy';
const AUDIENCE = 'colloquy';
/** Keeps other tokens signed with the same key from passing as access tokens (RFC 9068, 2.1). */
const TYPE = 'at+jwt';

/** Access tokens: JWTs that name a user and a session (RFC 8725 says what to check). */
@Injectable()
export class Tokens {
  private readonly key: KeyObject;

  constructor(config: AppConfig) {
    this.key = deriveSigningKey(config.authSecret, 'access tokens');
  }

  async issue({ userId, sessionId }: Omit<TokenClaims, 'expiresAt'>): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_TOKEN_SECONDS)
      .sign(this.key);
  }

  /**
   * @throws TokenExpired for one of ours that is too old
   * @throws InvalidToken for everything else
   */
  async verify(token: string): Promise<TokenClaims> {
    const { sub, sid, exp } = await this.read(token);
    if (typeof sub !== 'string' || !isUuid(sub) || typeof sid !== 'string' || !isUuid(sid)) {
      throw new InvalidToken();
    }
    return { userId: sub, sessionId: sid, expiresAt: exp! * 1000 };
  }

  private async read(token: string): Promise<JWTPayload> {
    if (!hasOneSpelling(token)) throw new InvalidToken();
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub', 'sid'],
      });
      return payload;
    } catch (error) {
      throw error instanceof errors.JWTExpired ? new TokenExpired() : new InvalidToken();
    }
  }
}

/**
 * Decoders pass over padding and over the last bits of a signature, so that one token would have many
 * spellings, and pass for many where tokens are compared. The parts before it are signed as they are.
 */
function hasOneSpelling(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}
