import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { deriveSigningKeys } from '../sessions/signing-key.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the secrets of apps. A digest is not possible, because codes are derived from the
 * secret. A reader of the database cannot create a code without the key. A sealed secret is bound
 * to its account.
 */
@Injectable()
export class TotpSecrets {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'totp secrets');
  }

  seal(secret: Buffer, userId: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keys[0], nonce).setAAD(Buffer.from(userId));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @returns null when no key of the service has sealed it for this account */
  open(sealed: Buffer, userId: string): OpenedSecret | null {
    for (const [at, key] of this.keys.entries()) {
      const secret = openWith(key, sealed, userId);
      if (secret) return { secret, isOutdated: at > 0 };
    }
    return null;
  }
}

export interface OpenedSecret {
  secret: Buffer;
  /**
   * Whether the secret is sealed with the former key. Once that key is removed, nobody can open it.
   */
  isOutdated: boolean;
}

function openWith(key: KeyObject, sealed: Buffer, userId: string): Buffer | null {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(userId))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const secret = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([secret, decipher.final()]);
  } catch {
    return null;
  }
}
