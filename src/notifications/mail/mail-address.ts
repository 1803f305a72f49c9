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
 * An address as a mail server takes it, with the ASCII form of its domain. Null for one that could be read in two
 * ways: registration keeps what people type, and a header is no place to find out what it means.
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
