import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject } from 'node:crypto';
import { deriveSigningKeys } from '../../auth/sessions/signing-key.js';
import { AppConfig } from '../../config/app-config.js';
import type { Tx } from '../../database/database.js';
import { emailKey, findEmailFault } from '../../users/accounts/email.js';
import { ImportedAddressesRepository } from './imported-addresses.repository.js';

/** Long enough that no two addresses collide. */
const HASH_BYTES = 16;

/**
 * The address of an imported author as a keyed hash: a reader of the database cannot try addresses
 * without `AUTH_SECRET`. Its only purpose is to give the comments to the account that proves the
 * address.
 */
@Injectable()
export class ImportedAddresses {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(
    config: AppConfig,
    private readonly repository: ImportedAddressesRepository,
  ) {
    this.keys = deriveSigningKeys(config, 'imported addresses');
  }

  /** @param email the value in the export, which may not be an address */
  async note(tx: Tx, authorId: string, email: string): Promise<void> {
    if (findEmailFault(email)) return;
    await this.repository.note(tx, authorId, hashOf(this.keys[0], emailKey(email)));
  }

  /**
   * The imported authors of the confirmed address of an account; none if it has no confirmed
   * address.
   */
  async lockAuthorsOf(tx: Tx, userId: string): Promise<string[]> {
    const proven = await this.repository.holdProven(tx, userId);
    return proven === null ? [] : this.repository.lockAuthors(tx, this.hashesOf(proven));
  }

  /** The number of comments that an account can claim. */
  async countCommentsFor(userId: string): Promise<number> {
    const proven = await this.repository.findProven(userId);
    return proven === null ? 0 : this.repository.countComments(userId, this.hashesOf(proven));
  }

  private hashesOf(address: string): Buffer[] {
    return this.keys.map((key) => hashOf(key, address));
  }
}

function hashOf(key: KeyObject, address: string): Buffer {
  return createHmac('sha256', key).update(address).digest().subarray(0, HASH_BYTES);
}
