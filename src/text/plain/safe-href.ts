const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Longer addresses stay text: no browser needs more, and output grows with them. */
const MAX_HREF_LENGTH = 2_048;

/**
 * The address as a link may carry it, in the serialisation of the WHATWG URL standard (ASCII, no
 * quote, no angle bracket, no white space), or null when it may not be a link: it is relative or
 * unparsable, its scheme is none of http, https and mailto, it carries a user name or password
 * (`https://bank.example@evil.example`), or it is too long. Parsing decides, not a pattern: the
 * parser drops tabs and line breaks inside a scheme and folds its case just as browsers do.
 */
export function safeHref(address: string): string | null {
  if (address.length > MAX_HREF_LENGTH || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  // The serialisation of a mailto address keeps an apostrophe and, in its path, spaces and quotes.
  const href = url.href.replace(/["'<>`\s]/g, (character) => encodeURIComponent(character));
  return href.length > MAX_HREF_LENGTH ? null : href.replaceAll("'", '%27');
}
