import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HtmlPage, PageDiscussion } from '../../text/html-page.js';
import { countGraphemes, findTextFault, normalise } from '../../text/text-gate.js';
import { normalisePageUrl } from '../../text/page-url.js';
import { isLanguage, TITLE } from '../shape/posts.dto.js';

/** What is known of a page that names itself as it was asked for. */
export interface NamedPage {
  /** Null where it has none that can be shown. */
  title: string | null;
  language: string | null;
  /** The keys of its discussion. */
  keys: readonly string[];
}

/**
 * What a page says of itself, if it is the page of an address: by its canonical link, or by a discussion
 * of ours whose address this is. A page that says neither may be anything, such as the results of a search.
 * @param at where the page was found in the end
 */
export function namedPage(page: HtmlPage, at: string, asked: string): NamedPage | null {
  const isAsked = (address: string) => normalisePageUrl(address) === normalisePageUrl(asked);
  const addressOf = ({ url }: PageDiscussion) => url ?? page.canonical ?? at;
  const discussions = page.discussions.filter((one) => isAsked(addressOf(one)));
  const isCanonical = page.canonical !== null && isAsked(page.canonical);
  if (!isCanonical && discussions.length === 0) return null;
  const [first] = discussions;
  return {
    title: postTitle(first?.title) ?? postTitle(page.title),
    language: page.language !== null && isLanguage(page.language) ? page.language : null,
    keys: discussions.flatMap(({ key }) => (key === null ? [] : [normalise(key)])),
  };
}

/** What a post is called whose page could not be read. */
export function addressTitle(url: string): string {
  return shortened(normalisePageUrl(url)!.replace(/^https?:\/\//, ''));
}

function postTitle(text: string | null | undefined): string | null {
  if (!text?.isWellFormed()) return null;
  const title = shortened(normalise(text));
  return findTextFault(title, TITLE) ? null : title;
}

function shortened(text: string): string {
  if (
    text.length <= TITLE.maxGraphemes ||
    countGraphemes(text, TITLE.maxGraphemes) <= TITLE.maxGraphemes
  )
    return text;
  return [...text].slice(0, TITLE.maxGraphemes).join('').trim();
}

/** Whether the site has signed a key: hex HMAC-SHA-256 of the key in UTF-8, with a secret of the site. */
export function isSignedKey(key: string, signature: string, secret: string | null): boolean {
  if (secret === null) return false;
  const right = createHmac('sha256', secret).update(key).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
