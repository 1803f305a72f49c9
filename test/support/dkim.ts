import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** Checks the signature of a message against a key, by RFC 6376 (relaxed canonicalization). */
export function isSigned(message: string, key: KeyObject): boolean {
  const end = message.indexOf('\r\n\r\n');
  const headers = message.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header));
  if (!signature) return false;
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1));
  if (tags.c !== 'relaxed/relaxed' || tags.a !== 'rsa-sha256') return false;
  const body = relaxedBody(message.slice(end + 4));
  if (createHash('sha256').update(body, 'latin1').digest('base64') !== tags.bh) return false;
  const signed = tags.h.split(':').flatMap((name) => {
    const found = headers.findLast((header) =>
      header.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`),
    );
    return found ? [relaxedHeader(found)] : [];
  });
  const own = relaxedHeader(signature.replace(/(;\s*b=)[^;]*/, '$1'));
  const verify = createVerify('RSA-SHA256').update([...signed, own].join('\r\n'), 'latin1');
  return verify.verify(key, tags.b, 'base64');
}

function tagsOf(value: string): Record<string, string> {
  const parts = value.replace(/\s+/g, '').split(';').filter(Boolean);
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
}

function relaxedHeader(header: string): string {
  const colon = header.indexOf(':');
  const value = header
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${header.slice(0, colon).trim().toLowerCase()}:${value.trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)*$/, '')}\r\n`;
}
