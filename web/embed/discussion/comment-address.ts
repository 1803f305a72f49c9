import { pageAddress } from '../data/thread-post.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ANCHOR = /^#comment-(.{1,255})$/;

/** A comment that is asked for: by its id, or by the one it had in a system before this one. */
export type Asked = { readonly id: string } | { readonly foreignId: string };

/** The comment that the page's address names: `?comment=…`, or the older `#comment-…`. */
export function askedComment(at: { search: string; hash: string } = location): Asked | null {
  const named = new URLSearchParams(at.search).get('comment');
  if (named !== null && UUID.test(named)) return { id: named.toLowerCase() };
  const anchored = ANCHOR.exec(decoded(at.hash))?.[1];
  if (anchored === undefined) return null;
  return UUID.test(anchored) ? { id: anchored.toLowerCase() } : { foreignId: anchored };
}

/** The page's address with a comment in it. */
export function addressOf(id: string): string {
  const page = pageAddress();
  return `${page}${page.includes('?') ? '&' : '?'}comment=${id}`;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
