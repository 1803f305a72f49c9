import { spyOn } from 'jest-mock';
import { randomUUID } from 'node:crypto';
import { ThreadRepository } from '../../src/comments/thread/thread.repository.js';
import { PageFreshness } from '../../src/events/page-freshness.js';
import { inFull } from '../support/full-form.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

/** A node's cache for names from callers must not grow with the names they choose. */
describe('what is kept of pages', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' }, forEach: true });

  async function figure(name: string, of = site.app): Promise<number> {
    const { text } = await of.request.get('/metrics').expect(200);
    return Number(new RegExp(`^colloquy_${name} (.+)$`, 'm').exec(text)![1]);
  }
  const get = (path: string) => fetch(`${site.app.url}${path}`);

  it('is nothing for posts that are unknown, or could not be read', async () => {
    const { id } = await createPost(site.app, site.editor);
    for (let n = 0; n < 50; n++) {
      expect((await get(`/api/v1/posts/${randomUUID()}/comments`)).status).toBe(404);
      expect((await get(`/api/v1/posts/${randomUUID()}/thread.html`)).status).toBe(404);
      expect((await get(`/api/v1/posts/${randomUUID()}/anchors`)).status).toBe(404);
    }
    const repository = site.app.app.get(ThreadRepository, { strict: false });
    const reads = spyOn(repository, 'findPage').mockRejectedValue(new Error('no reading'));
    expect((await get(`/api/v1/posts/${id}/comments`)).status).toBe(500);
    reads.mockRestore();
    expect(await figure('watched_posts')).toBe(0);
    expect(await figure('page_addresses')).toBe(0);

    await readPage(site.app, id);
    await readPage(site.app, id, { limit: 5 });
    expect(await figure('watched_posts')).toBe(1);
  });

  inFull('is nothing without the cache of pages', async () => {
    const { id } = await createPost(site.app, site.editor);
    const uncached = await site.start({ PAGE_CACHE: 'off' });
    try {
      for (let n = 0; n < 3; n++) await readPage(uncached, id);
      expect(await figure('watched_posts', uncached)).toBe(0);
    } finally {
      await uncached.close();
    }
  });

  it('is one page and one address, however often it is spelled in another way', async () => {
    const { id } = await createPost(site.app, site.editor);
    const { id: top } = await say(site.app, site.reader, id, 'one');
    await say(site.app, site.reader, id, 'two', top);
    const page = `/api/v1/posts/${id}/comments`;
    const replies = `/api/v1/comments/${top}/replies`;
    const plain = [`${page}?limit=5&sort=best`, `${replies}?limit=5`];
    for (const address of plain) expect((await get(address)).status).toBe(200);
    const bytes = await figure('page_cache_bytes');
    for (let n = 1; n <= 50; n++) {
      const odd = '&'.repeat(n);
      const spellings = [
        `${page}?limit=5&sort=best${odd}`,
        `${page}?sort=best${odd}&limit=5`,
        `${page.replace('posts', 'p%6Fsts')}?limit=5&sort=best${odd}`,
        `${page.replace(id, id.toUpperCase())}?limit=5&sort=best`,
        `${page}?limit=5&s%6Frt=best`,
        `${page}?limit=${'0'.repeat(n)}5&sort=best`,
        `${replies}?limit=5${odd}`,
        `${replies.replace(top, top.toUpperCase())}?limit=5`,
      ];
      for (const spelling of spellings) await (await get(spelling)).arrayBuffer();
    }
    expect(await figure('page_addresses')).toBe(plain.length);
    expect(await figure('page_cache_bytes')).toBe(bytes);
  });

  it('is a bounded number of posts, those that were read last', async () => {
    const { id } = await createPost(site.app, site.editor);
    await readPage(site.app, id);
    const watch = site.app.app.get(PageFreshness, { strict: false });
    for (let n = 0; n < 5_000; n++) watch.begin(randomUUID());
    expect(await figure('watched_posts')).toBe(2_000);
    // The page is read again, and followed again.
    await say(site.app, site.reader, id, 'one');
    expect((await readPage(site.app, id)).post.commentCount).toBe(1);
  });
});
