const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The comment that the page's address names: `?comment=…`, or the older `#comment-…`. */
export function askedComment(at: { search: string; hash: string } = location): string | null {
  const id = new URLSearchParams(at.search).get('comment') ?? at.hash.replace(/^#comment-/, '');
  return UUID.test(id) ? id.toLowerCase() : null;
}

/** The page's address with a comment in it. */
export function addressOf(id: string): string {
  const url = new URL(location.href);
  url.searchParams.set('comment', id);
  url.hash = '';
  return url.href;
}
