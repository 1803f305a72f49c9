import type { PostView } from './posts.dto.js';

type Place = Pick<PostView, 'slug' | 'url'>;

/** The URL at which a post is read: the page of the host site, or this service. */
export function addressOf(post: Place, publicUrl: string): string {
  return post.url ?? ownAddressOf(post, publicUrl);
}

/** The URL of a post on this service. */
export function ownAddressOf({ slug }: Pick<Place, 'slug'>, publicUrl: string): string {
  return `${publicUrl}/posts/${slug}`;
}

/** The URL of a comment: `?comment=` for the embed, the fragment for pages without a script. */
export function commentAddressOf(post: Place, commentId: string, publicUrl: string): string {
  const address = new URL(addressOf(post, publicUrl));
  // The URL is changed as text: setting a search parameter would re-encode the others, and the
  // result may be another page.
  address.search += `${address.search === '' ? '?' : '&'}comment=${commentId}`;
  address.hash = anchorOf(commentId);
  return address.href;
}

export function anchorOf(commentId: string): string {
  return `comment-${commentId}`;
}
