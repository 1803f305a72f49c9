import { domainToASCII } from 'node:url';

/** The most bytes before the `@` by RFC 5321. */
const MAX_LOCAL = 64;
/**
 * Words with dots between them. Characters that start a comment, a quoted string, a group or a list
 * are not allowed.
 */
const LOCAL = /^[^\s\p{C}()<>@,;:\\"[\].]+(\.[^\s\p{C}()<>@,;:\\"[\].]+)*$/u;
const DOMAIN = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/;

/**
 * An address for a mail server, with its domain in ASCII. Null for an ambiguous one: registration
 * accepts what users type, and a header must not be open to interpretation.
 */
export function mailAddressOf(email: string): string | null {
  const normal = email.normalize('NFC');
  const at = normal.lastIndexOf('@');
  const local = normal.slice(0, Math.max(0, at));
  const domain = domainToASCII(normal.slice(at + 1)).toLowerCase();
  if (!LOCAL.test(local) || Buffer.byteLength(local) > MAX_LOCAL || !DOMAIN.test(domain))
    return null;
  return `${local}@${domain}`;
}
