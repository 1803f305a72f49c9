import { baseOf, usableTag } from '@colloquy/passages/language';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HtmlPage, PageDiscussion } from '../../text/html/html-page.js';
import { countGraphemes, findTextFault, normalise } from '../../text/plain/text-gate.js';
import { isSamePage, normalisePageUrl } from '../../text/plain/page-url.js';
import { isLanguage, KEY, TITLE } from '../shape/posts.dto.js';

/** The metadata of a page that was fetched. */
export interface ReadPage {
  /** Whether the page confirms the requested URL. */
  named: boolean;
  /** Null if it has no usable one. */
  title: string | null;
  language: string | null;
  /** The keys of its discussion. */
  keys: readonly string[];
  /** Whether it contains no key and no other URL, so that nothing in it contradicts a signature. */
  silent: boolean;
}

/** A key for a page in a request. */
export interface ClaimedKey {
  key: string | null;
  /** Whether the site has signed the key. */
  keySigned: boolean;
}

/**
 * Extracts the metadata of a page. A page confirms its URL by its canonical link, or by an embedded
 * discussion with this URL. A page without either may be anything, such as search results, so its
 * URL counts without the query.
 * @param at the final URL of the page after redirects
 */
export function readAs(asked: string, page: HtmlPage, at: string): ReadPage {
  const isAsked = (address: string) => isSamePage(address, asked);
  const place = page.canonical ?? at.replace(/[?#].*$/, '');
  const discussions = page.discussions.filter(({ url }) => isAsked(url ?? place));
  const isCanonical = page.canonical !== null && isAsked(page.canonical);
  const isSilent = ({ key, url }: PageDiscussion) => key === null && (url === null || isAsked(url));
  return {
    named: isCanonical || discussions.length > 0,
    title: postTitle(discussions[0]?.title) ?? postTitle(page.title),
    language: postLanguage(page.language),
    keys: [...new Set(discussions.flatMap(({ key }) => postKey(key) ?? []))],
    silent: (isCanonical || page.canonical === null) && page.discussions.every(isSilent),
  };
}

/**
 * The key of a page: the claimed one if the page contains it or its signature is valid, else the
 * only one in the page.
 */
export function keyOf(page: ReadPage | null, { key, keySigned }: ClaimedKey): string | null {
  if (!page) return null;
  if (key !== null && (page.keys.includes(key) || (keySigned && page.silent))) return key;
  return page.keys.length === 1 ? page.keys[0] : null;
}

/** The title of a post whose page could not be fetched. */
export function addressTitle(url: string): string {
  return shortened(normalisePageUrl(url)!.replace(/^https?:\/\//, ''));
}

/** Null for a key that no post can have. */
function postKey(text: string | null): string | null {
  if (!text?.isWellFormed()) return null;
  const key = normalise(text);
  return findTextFault(key, KEY) ? null : key;
}

/**
 * The language of a tag, even if it is spelled differently, or more specific than a post stores;
 * null if unusable.
 */
function postLanguage(text: string | null): string | null {
  const tag = usableTag(text ?? '') ?? '';
  return [tag, baseOf(tag)].find(isLanguage) ?? null;
}

function postTitle(text: string | null | undefined): string | null {
  if (!text?.isWellFormed()) return null;
  const title = shortened(normalise(text));
  return findTextFault(title, TITLE) ? null : title;
}

function shortened(text: string): string {
  const most = TITLE.maxGraphemes;
  if (text.length <= most || countGraphemes(text, most) <= most) return text;
  return [...text].slice(0, most).join('').trim();
}

/** Whether the site has signed a key: hex HMAC-SHA-256 of the UTF-8 key with the site's secret. */
export function isSignedKey(key: string, signature: string, secret: string | null): boolean {
  if (secret === null) return false;
  const right = createHmac('sha256', secret).update(key).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
