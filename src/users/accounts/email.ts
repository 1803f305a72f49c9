import { domainToASCII } from 'node:url';
import type { Fault } from '../../text/plain/fault.js';

/** RFC 5321 allows 256 octets for a path, of which two are its angle brackets. */
const MAX_BYTES = 254;

const EMAIL = /^[^@]+@[^@]+$/u;
const SPACE_OR_CONTROL = /[\s\p{Cc}\p{Cf}\p{Surrogate}]/u;

/**
 * The first fault of an e-mail address, or null. It refuses only text that cannot be one address;
 * only a sent mail shows whether it arrives. A domain needs no dot.
 */
export function findEmailFault(email: string): Fault | null {
  if (SPACE_OR_CONTROL.test(email)) {
    return refused('An e-mail address holds no white space, control or invisible characters.');
  }
  if (!EMAIL.test(email)) return refused('This must be an e-mail address, with one @.');
  if (Buffer.byteLength(email.normalize('NFC')) > MAX_BYTES) {
    return { rule: 'too-long', detail: `An e-mail address is at most ${MAX_BYTES} bytes long.` };
  }
  return null;
}

const refused = (detail: string): Fault => ({ rule: 'email', detail });

/**
 * The form by which an address is unique: NFC, lower case, its domain in the form of mail servers
 * (`ezers.рф` is `ezers.xn--p1ai`). By the standard the part before the @ may be case-sensitive,
 * but no provider has two mailboxes that differ by case alone.
 */
export function emailKey(email: string): string {
  const folded = email.normalize('NFC').toLowerCase().normalize('NFC');
  const at = folded.lastIndexOf('@') + 1;
  const domain = folded.slice(at);
  // A longer domain cannot be converted, and the conversion takes time quadratic in the length.
  if (at === 0 || !/[^ -~]/.test(domain) || domain.length > MAX_BYTES) return folded;
  return folded.slice(0, at) + (domainToASCII(domain) || domain);
}
