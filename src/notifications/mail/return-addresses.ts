import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { deriveSigningKeys } from '../../auth/sessions/signing-key.js';
import { AppConfig } from '../../config/app-config.js';
import { uuidOf } from '../../database/ids.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import type { Mail } from './mail.js';

/** An account and a signature in hexadecimal digits, because servers may change the case. */
const TAG = /^[\w.-]+\+([0-9a-f]{32})([0-9a-f]{20})@/i;
const PROOF_BYTES = 10;

/**
 * The return address (envelope sender) of a mail. It is signed and different for each account and
 * address, so that a bounce identifies both and cannot be forged.
 */
@Injectable()
export class ReturnAddresses {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(
    private readonly config: AppConfig,
    private readonly emails: UserEmailsRepository,
  ) {
    this.keys = deriveSigningKeys(config, 'return addresses');
  }

  addressFor({ userId, emailKey }: Mail['returnsTo']): string {
    const { bounces, from } = this.config.mail;
    if (bounces === null) return from.address;
    const proof = prove(this.keys[0], userId, emailKey).toString('hex');
    return bounces.replace('@', `+${userId.replaceAll('-', '')}${proof}@`);
  }

  /**
   * The bounced address; null when the return address is not valid, or the account has another
   * address now.
   */
  async read(address: string): Promise<string | null> {
    const [, account, proof] = TAG.exec(address) ?? [];
    if (!account) return null;
    const userId = uuidOf(account.toLowerCase());
    const emailKey = await this.emails.findKey(userId);
    if (emailKey === null) return null;
    const given = Buffer.from(proof, 'hex');
    const isOurs = this.keys.some((key) => timingSafeEqual(given, prove(key, userId, emailKey)));
    return isOurs ? emailKey : null;
  }
}

function prove(key: KeyObject, userId: string, emailKey: string): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([userId, emailKey]))
    .digest()
    .subarray(0, PROOF_BYTES);
}
