import { baseOf } from '@colloquy/passages/language';
import Negotiator from 'negotiator';

/** The languages of the service's own texts. */
export const LANGUAGES = ['en', 'lv', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const FALLBACK: Language = 'en';
/** The longest header that a browser sends; a longer one is ignored. */
const MAX_HEADER = 500;

/**
 * The supported language that an `Accept-Language` prefers: the first match by weight, then by
 * position. `lv-LV, en` is Latvian.
 */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined || header.length > MAX_HEADER) return FALLBACK;
  const tags = new Negotiator({ headers: { 'accept-language': header } }).languages();
  return tags.map(askedLanguage).find((language) => language !== null) ?? FALLBACK;
}

/** The supported language of a tag, where `lv-LV` counts as Latvian; null for any other. */
export function askedLanguage(tag: unknown): Language | null {
  const base = typeof tag === 'string' ? baseOf(tag) : null;
  return LANGUAGES.find((language) => language === base) ?? null;
}

/** The supported language of a stored tag, such as `lv-LV` of a post. */
export function languageOf(tag: string | null | undefined): Language {
  return askedLanguage(tag) ?? FALLBACK;
}
