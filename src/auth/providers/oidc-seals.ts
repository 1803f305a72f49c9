import { Injectable } from '@nestjs/common';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { AppConfig } from '../../config/app-config.js';
import { deriveSigningKey } from '../sessions/signing-key.js';
import type { Identity } from './identities.repository.js';

/** The state of a sign-in window while the user is at the provider. */
export interface OidcVisit {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  /** The page that opened the window. */
  origin: string;
  /** Whether it links a site to a signed-in account. */
  links: boolean;
}

type Kind = 'visit' | 'identity';

export const VISIT_SECONDS = 10 * 60;
const IDENTITY_SECONDS = 5 * 60;
const HEADER = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * The browser stores the sealed state, so that the service stores nothing for users who never
 * return.
 */
@Injectable()
export class OidcSeals {
  constructor(private readonly config: AppConfig) {}

  sealVisit(visit: OidcVisit): Promise<string> {
    return this.seal('visit', { ...visit }, VISIT_SECONDS);
  }

  /** @returns null for an invalid or expired one */
  openVisit(sealed: string): Promise<OidcVisit | null> {
    return this.open<OidcVisit>('visit', sealed);
  }

  sealIdentity({ issuer, subject }: Identity): Promise<string> {
    return this.seal('identity', { issuer, subject }, IDENTITY_SECONDS);
  }

  openIdentity(sealed: string): Promise<Identity | null> {
    return this.open<Identity>('identity', sealed);
  }

  private seal(kind: Kind, content: Record<string, unknown>, seconds: number): Promise<string> {
    return new EncryptJWT({ content })
      .setProtectedHeader(HEADER)
      .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
      .encrypt(this.keyOf(kind));
  }

  private async open<Content>(kind: Kind, sealed: string): Promise<Content | null> {
    try {
      const { payload } = await jwtDecrypt<{ content: Content }>(sealed, this.keyOf(kind), {
        keyManagementAlgorithms: [HEADER.alg],
        contentEncryptionAlgorithms: [HEADER.enc],
        requiredClaims: ['exp', 'content'],
      });
      return payload.content;
    } catch {
      return null;
    }
  }

  /** Each kind has its own key, so that one kind cannot be used as another. */
  private keyOf(kind: Kind) {
    return deriveSigningKey(this.config.authSecret, `oidc ${kind}`);
  }
}
