/** Longer URLs are refused: the key is in a unique index, and browsers have a similar limit. */
const MAX_URL_LENGTH = 2_048;

/** Parameters that only identify the source of a visit, and do not change the page. Lower case. */
// oxfmt-ignore
const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  // Google, and its ads and analytics
  'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'srsltid', '_ga', '_gl',
  // Meta, X, TikTok, LinkedIn
  'fbclid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'igshid', 'igsh',
  'twclid', 'ref_src', 'ref_url', 'ttclid', 'li_fat_id',
  // WordPress: the comment that a form of the same page replies to
  'replytocom',
  // Yandex, VK, Microsoft
  'yclid', 'ysclid', '_openstat', 'vkclid', 'msclkid',
  // Matomo
  'pk_campaign', 'pk_kwd', 'pk_keyword', 'pk_source', 'pk_medium', 'pk_content', 'pk_cid',
  // newsletters and marketing
  'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp',
  'hsctatracking', 'vero_id', 'vero_conv', 'oly_enc_id', 'oly_anon_id', 'wickedid', 'rb_clickid',
]);

const TRACKING_PREFIXES = ['utm_', 'mtm_', 'hsa_'];

/** The URL after parsing by the URL standard, as browsers do. An invalid one is unchanged. */
export function asBrowsersRead(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

/**
 * The key of a page of the host site: two URLs of one page have one key. Null for a URL that is not
 * http(s), has a user name or password, or is longer than 2,048 characters.
 *
 * It is parsed by the WHATWG URL standard (host in lower case and punycode, no default port, no dot
 * segments), and its percent-encoding is normalised by RFC 3986, 6.2.2. Fragment, tracking
 * parameters and the final slash are removed, except the slash of the root. The case of the path
 * and the order of the other parameters are kept, because they may distinguish pages. So are
 * scheme, `www.` and the Unicode form of letters, which matter where the exact URL is known
 * (`spellingsOf`). Idempotent.
 */
export function normalisePageUrl(url: string): string | null {
  if (url.length > MAX_URL_LENGTH || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  // example.com. is the same as example.com; a host with an empty label is invalid.
  const host = parsed.host.replace(/\.(?=:\d+$|$)/, '');
  if (host === '' || /^[.:]|\.\.|\.(?:$|:)/.test(host)) return null;
  const path = normaliseEscapes(parsed.pathname).replace(/\/+$/, '') || '/';
  const key = `${parsed.protocol}//${host}${path}${keptParameters(parsed.search)}`;
  return key.length > MAX_URL_LENGTH ? null : key;
}

/** Sites change both and keep their pages. `post_urls` has an index of the rest (`spelledSql`). */
const SCHEME_AND_WWW = /^https?:\/\/(www\.)?/;

/**
 * The spellings of a normalised URL, without scheme and `www.`: in NFC (which two URLs of one page
 * share), in NFD, and unchanged.
 */
export function spellingsOf(normalised: string): string[] {
  const bare = normalised.replace(SCHEME_AND_WWW, '');
  const letters = bare.replace(/(?:%[89A-F][0-9A-F])+/g, decodeOctets);
  const forms = [letters.normalize('NFC'), letters.normalize('NFD')];
  const encoded = forms.map((form) => form.replace(/[^\0-\x7f]+/g, encodeURIComponent));
  return [...new Set([...encoded, bare])];
}

/** Whether two URLs are equal except for scheme, `www.` and the Unicode form of letters. */
export function isSamePage(one: string, other: string): boolean {
  const [a, b] = [normalisePageUrl(one), normalisePageUrl(other)];
  return a !== null && b !== null && spellingsOf(a)[0] === spellingsOf(b)[0];
}

/** Octets that are not valid UTF-8 stay encoded. */
function decodeOctets(octets: string): string {
  try {
    return decodeURIComponent(octets);
  } catch {
    return octets;
  }
}

function keptParameters(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter));
  return kept.length === 0 ? '' : `?${kept.map(normaliseEscapes).join('&')}`;
}

function isTracking(parameter: string): boolean {
  const name = normaliseEscapes(parameter.split('=', 1)[0]).toLowerCase();
  return (
    TRACKING_PARAMETERS.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))
  );
}

/** `%d0` equals `%D0`; `%41` is an A that needs no escape. Malformed escapes stay unchanged. */
function normaliseEscapes(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
  });
}
