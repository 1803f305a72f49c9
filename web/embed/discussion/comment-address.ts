import { pageAddress } from '../data/thread-post.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ANCHOR = /^#comment-(.{1,255})$/;

/** A requested comment: by its id, or by its id in a system it was imported from. */
export type Asked = { readonly id: string } | { readonly foreignId: string };

/** The comment in the page's address: `?comment=…`, or the older `#comment-…`. */
export function askedComment(at: { search: string; hash: string } = location): Asked | null {
  const named = new URLSearchParams(at.search).get('comment');
  if (named !== null && UUID.test(named)) return { id: named.toLowerCase() };
  const anchored = ANCHOR.exec(decoded(at.hash))?.[1];
  if (anchored === undefined) return null;
  return UUID.test(anchored) ? { id: anchored.toLowerCase() } : { foreignId: anchored };
}

/** The address of the page with a comment in it. */
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
