import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
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

  /** @param purpose keeps what is done in different places from being joined */
  hash(address: string, purpose: 'flag' | 'notice'): Buffer {
    const text = `${purpose} ${networkOf(address)}`;
    return createHmac('sha256', this.key).update(text).digest().subarray(0, HASH_BYTES);
  }
}

/** The network of an address, in one spelling; what is no address is one network of its own. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(mapped) !== 6) return 'none';
  return `${groupsOf(mapped.replace(/%.*$/, '')).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address without leading zeros; an IPv4 tail counts as two. */
function groupsOf(address: string): string[] {
  const [head, tail] = address.toLowerCase().split('::');
  const list = (part: string | undefined): string[] =>
    part ? part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group])) : [];
  const [before, after] = [list(head), list(tail)];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
