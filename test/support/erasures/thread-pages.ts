import { KeepAliveClient } from '../keep-alive.js';
import type { Comment, Page } from '../threads.js';

/** A public page. */
export interface ReadPage {
  path: string;
  etag: string;
  text: string;
  items: readonly Comment[];
}

const SORTS = ['best', 'newest', 'oldest', 'controversial'];

/** Reads all pages of threads in each sort, so that every page is cached. */
export async function readThreads(
  url: string,
  posts: readonly { id: string }[],
): Promise<ReadPage[]> {
  const client = new KeepAliveClient(url);
  const pages: ReadPage[] = [];
  const read = async (first: string) => {
    for (let path = first; ;) {
      const { status, headers, text } = await client.send({ method: 'GET', path, headers: {} });
      if (status !== 200) throw new Error(`${path} was answered with ${status}: ${text}`);
      const { items, nextCursor } = JSON.parse(text) as Page;
      pages.push({ path, etag: headers.etag!, text, items });
      if (nextCursor === null) return;
      path = `${first}&cursor=${encodeURIComponent(nextCursor)}`;
    }
  };
  try {
    for (const { id } of posts)
      for (const sort of SORTS) await read(`/api/v1/posts/${id}/comments?limit=25&sort=${sort}`);
  } finally {
    client.close();
  }
  return pages;
}

/** Pages that do not answer 200 to their former ETag, so have not changed. */
export async function listUnchanged(url: string, pages: readonly ReadPage[]): Promise<string[]> {
  const unchanged: string[] = [];
  for (const { path, etag } of pages) {
    const { status } = await fetch(url + path, { headers: { 'if-none-match': etag } });
    if (status !== 200) unchanged.push(`${path}: ${status}`);
  }
  return unchanged;
}

/** Comments on pages that come before their parent, or without it. */
export function findTornOff(pages: readonly ReadPage[]): string[] {
  return pages.flatMap(({ path, items }) => {
    const above = new Set<string>();
    return items.flatMap(({ id, parentId }) => {
      above.add(id);
      return parentId === null || above.has(parentId) ? [] : [`${path}: ${id}`];
    });
  });
}
