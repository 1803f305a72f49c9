import { createHash } from 'node:crypto';

/** Browsers and CDNs store a public response and revalidate it each time. */
export const PUBLIC = 'public, no-cache';

/** A weak validator of a text, if no version number identifies it more cheaply. */
export function digestTag(body: string): string {
  return `W/"${createHash('sha1').update(body).digest('base64url')}"`;
}

/** Weak comparison (RFC 9110, 8.8.3.2) with each of a list of validators. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => opaque(tag) === opaque(etag));
}
