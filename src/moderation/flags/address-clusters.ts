import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject } from 'node:crypto';
import { deriveSigningKey } from '../../auth/sessions/signing-key.js';
import { AppConfig } from '../../config/app-config.js';
import { networksOf } from '../../input/connections/networks.js';

/**
 * Long enough to distinguish networks, and too short to be worth more to an attacker than the key.
 */
const HASH_BYTES = 8;

/** The bytes of a cluster that identify its site (/48), and its home line (/56). */
export const SITE_BYTES = HASH_BYTES;
export const LINE_BYTES = 2 * HASH_BYTES;

/**
 * Networks behind which one person may have many addresses: /48, /56 and /64 of IPv6; for IPv4 all
 * three are the /24. A cluster consists of the keyed hashes of the three, the widest first. Nothing
 * else is stored, so without the service's secret it reveals no address.
 */
@Injectable()
export class AddressClusters {
  private readonly key: KeyObject;

  constructor(config: AppConfig) {
    this.key = deriveSigningKey(config.authSecret, 'address-clusters');
  }

  /** @param purpose makes the hashes of flags and of notices incomparable */
  hash(address: string, purpose: 'flag' | 'notice'): Buffer {
    return Buffer.concat(clusterNetworks(address).map((name) => this.hashOf(`${purpose} ${name}`)));
  }

  private hashOf(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, HASH_BYTES);
  }
}

/** The three networks of a cluster, the widest first. */
function clusterNetworks(address: string): readonly string[] {
  const names = networksOf(address).map(({ name }) => name);
  return names.length === 3 ? names.toReversed() : Array<string>(3).fill(names.at(-1)!);
}
