import { fold } from './folding.js';
import { isUuid } from './uuid.js';

/** The router accepts path parameters of at most 100 characters, and a slug is one. */
const MAX_SLUG_LENGTH = 100;

/** Leaves room for the `-2` that a second post of the same title needs. */
const MAX_MADE_LENGTH = 80;

/** Words that are used in place of a post's id or slug in a route (`/posts/by-page`). */
const ROUTE_WORDS: ReadonlySet<string> = new Set(['by-page', 'counts']);

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Whether `value` can name a post in a path: `[a-z0-9]+(-[a-z0-9]+)*`, 1 to 100 characters, and
 * neither a UUID (a path with a UUID asks for the id) nor a word that a route uses.
 */
export function isSlug(value: string): boolean {
  return (
    value.length <= MAX_SLUG_LENGTH && SLUG.test(value) && !isUuid(value) && !ROUTE_WORDS.has(value)
  );
}

/**
 * A slug of 1 to 80 characters from any title. Latin letters lose their diacritics, Cyrillic is
 * transliterated, apostrophes are removed, and anything else separates words. A title without
 * usable characters gives `post`. Two titles may have the same slug: the unique index of posts
 * detects it.
 */
export function slugify(title: string): string {
  const words = fold(title)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = cut(words, MAX_MADE_LENGTH);
  if (slug === '') return 'post';
  return isSlug(slug) ? slug : `post-${slug}`;
}

/** A unique slug, from one that is taken or about to be, and the id of its own post. */
export function distinctSlug(slug: string, id: string): string {
  return `${slug.slice(0, 60).replace(/-$/, '')}-${id.slice(-12)}`;
}

/** Cuts to at most `length` characters, at the end of a word unless that drops half of them. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words;
  const end = words.lastIndexOf('-', length);
  return words.slice(0, end > length / 2 ? end : length).replace(/-$/, '');
}
