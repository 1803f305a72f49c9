import { Injectable } from '@nestjs/common';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { KeyObject } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { isUuid } from '../../text/plain/uuid.js';
import { InvalidToken, TokenExpired } from './sessions.errors.js';
import { deriveSigningKeys } from './signing-key.js';

/** The claims of an access token. */
export interface TokenClaims {
  userId: string;
  sessionId: string;
  /** In milliseconds since the epoch. */
  expiresAt: number;
}

/**
 * Most uses of a token also check its session. The lifetime matters only for the others.
 */
const ACCESS_TOKEN_SECONDS = 30 * 60;

/** An access token, and its lifetime in seconds. */
export interface IssuedToken {
  accessToken: string;
  expiresIn: number;
}

const ALGORITHM = 'HS256';
/**
 * Sites differ by their keys. The issuer is a constant instead of an address, because the nodes of
 * one site may listen at different addresses.
 */
const ISSUER = 'colloquy';
const AUDIENCE = 'colloquy';
/** Keeps other tokens signed with the same key from passing as access tokens (RFC 9068, 2.1). */
const TYPE = 'at+jwt';

/** Access tokens: JWTs that name a user and a session. The checks follow RFC 8725. */
@Injectable()
export class Tokens {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'access tokens');
  }

  /** @param sessionEndsAt the latest expiry of a token of the session */
  async issue(
    { userId, sessionId }: Omit<TokenClaims, 'expiresAt'>,
    sessionEndsAt: Date,
  ): Promise<IssuedToken> {
    const now = Math.floor(Date.now() / 1000);
    const left = Math.ceil(sessionEndsAt.getTime() / 1000) - now;
    const expiresIn = Math.max(1, Math.min(ACCESS_TOKEN_SECONDS, left));
    const accessToken = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresIn)
      .sign(this.keys[0]);
    return { accessToken, expiresIn };
  }

  /**
   * @throws TokenExpired for an expired token of this service
   * @throws InvalidToken for every other one
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
    for (const key of this.keys) {
      const payload = await this.readWith(key, token);
      if (payload) return payload;
    }
    throw new InvalidToken();
  }

  /** @returns null when another key may have signed it */
  private async readWith(key: KeyObject, token: string): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub', 'sid'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) return null;
      throw error instanceof errors.JWTExpired ? new TokenExpired() : new InvalidToken();
    }
  }
}

/**
 * Decoders ignore padding and the last bits of a signature, so one token would have many encodings,
 * and count as many where tokens are compared. The parts before it are signed in their encoding.
 */
function hasOneSpelling(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}
