const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Longer URLs stay text: browsers need no longer ones, and the output grows with them. */
const MAX_HREF_LENGTH = 2_048;

/**
 * The URL for a link, serialised by the WHATWG URL standard (ASCII, no quote, no angle bracket, no
 * white space). Null if it must not be a link: it is relative or invalid, its scheme is none of
 * http, https and mailto, it has a user name or password (`https://bank.example@evil.example`), or
 * it is too long. A parser is used instead of a pattern, because it drops tabs and line breaks
 * inside a scheme and folds its case as browsers do.
 */
export function safeHref(address: string): string | null {
  if (address.length > MAX_HREF_LENGTH || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  // The serialisation of a mailto address keeps an apostrophe and, in its path, spaces and quotes.
  const href = url.href.replace(/["'<>`\s]/g, (character) => encodeURIComponent(character));
  return href.length > MAX_HREF_LENGTH ? null : href.replaceAll("'", '%27');
}
