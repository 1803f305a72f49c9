import type { PostView } from './posts.dto.js';

type Place = Pick<PostView, 'slug' | 'url'>;

/** Where a post is read: on the page of the host site, or here. */
export function addressOf(post: Place, publicUrl: string): string {
  return post.url ?? ownAddressOf(post, publicUrl);
}

/** Where this service shows a post. */
export function ownAddressOf({ slug }: Pick<Place, 'slug'>, publicUrl: string): string {
  return `${publicUrl}/posts/${slug}`;
}

/** Where a comment is read: `?comment=` for the embed, the fragment for pages without a script. */
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
