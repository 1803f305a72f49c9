import { safeHref } from '../../text/plain/safe-href.js';

/** The characters that are allowed between `<` and `>` in Markdown. */
const PLAIN = /^[^\s\p{Cc}<>"'`\\]+$/u;

/**
 * The URL of a link or image in an imported comment as it was written, or null if it is not usable.
 * Relative URLs are resolved against that of the page. URLs behind the redirect of Disqus are
 * unwrapped, because the redirect will stop working.
 */
export function addressOf(address: string | null | undefined, base: string | null): string | null {
  const trimmed = address?.trim();
  if (!trimmed) return null;
  const written = unwrap(absolute(trimmed, base));
  const href = safeHref(written);
  return href !== null && PLAIN.test(written) ? written : href;
}

/** The last segment of a URL's path, as a name for an image. */
export function nameOfFile(address: string | null): string {
  if (address === null || !URL.canParse(address)) return '';
  const name = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The http(s) URL of a page or of an author's site, as it was written, or null. */
export function webAddress(address: string): string | null {
  const trimmed = address.trim();
  const href = safeHref(trimmed);
  return href !== null && /^https?:\/\/[^/]/.test(href) ? trimmed : null;
}

function absolute(address: string, base: string | null): string {
  if (URL.canParse(address)) return address;
  if (base !== null && URL.canParse(address, base)) return new URL(address, base).href;
  return address.startsWith('//') ? `https:${address}` : address;
}

/** `https://disq.us/url?url=https%3A%2F%2Fa.example%2F%3AhX2...&cuid=12` */
function unwrap(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.hostname !== 'disq.us' || url.pathname !== '/url') return address;
  const target = (url.searchParams.get('url') ?? '').replace(/:[\w-]{16,}$/, '');
  return safeHref(target) === null ? address : target;
}
