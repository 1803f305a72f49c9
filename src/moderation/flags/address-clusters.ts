import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { createHmac, type KeyObject } from 'node:crypto';
import { deriveSigningKey } from '../../auth/sessions/signing-key.js';
import { AppConfig } from '../../config/app-config.js';

/** Enough to tell networks apart, too little to be worth more than the key. */
const HASH_BYTES = 16;

/**
 * Networks behind which one person may have many addresses: /24 of IPv4, /64 of IPv6. Of a network a
 * keyed hash is kept and nothing else: without the service's secret it names no address.
 */
@Injectable()
export class AddressClusters {
  private readonly key: KeyObject;

  constructor(config: AppConfig) {
    this.key = deriveSigningKey(config.authSecret, 'address-clusters');
  }

  /** @param purpose keeps flags and notices of one network from being joined */
  hash(address: string, purpose: 'flag' | 'notice'): Buffer {
    const text = `${purpose} ${networkOf(address)}`;
    return createHmac('sha256', this.key).update(text).digest().subarray(0, HASH_BYTES);
  }
}

/** The network of an address, in one spelling; all texts that are no address are one network. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'none';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return `${parsed.octets.slice(0, 3).join('.')}.0/24`;
  const groups = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${groups.join(':')}::/64`;
}
