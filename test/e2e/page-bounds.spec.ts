import { MAX_TEXT_BYTES } from '../../src/comments/thread/thread-page-statement.js';
import { inFull } from '../support/full-form.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, type Page, readPage, say } from '../support/threads.js';

/** About 40 kB including its HTML. */
const LARGE = 'Ж'.repeat(9_900);
/** The data of comments apart from their texts, and JSON escapes. */
const ROOM = 200_000;

describe('the bytes of a page', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' } });

  const write = (post: string, bodies: readonly string[], parentId?: string): Promise<Comment[]> =>
    Promise.all(bodies.map((body) => say(site.app, site.reader, post, body, parentId)));
  const textsOf = ({ items }: Pick<Page, 'items'>) =>
    items.reduce(
      (sum, { body, html }) => sum + Buffer.byteLength(body ?? '') + Buffer.byteLength(html ?? ''),
      0,
    );

  /** Checks a page on its own. */
  function expectWhole({ items }: Page): void {
    const at = new Map(items.map(({ id }, place) => [id, place]));
    for (const [place, { id, depth, parentId, replyCount, moreReplies }] of items.entries()) {
      if (depth > 0 && at.has(parentId!)) expect(at.get(parentId!)).toBeLessThan(place);
      const shown = items.filter((item) => item.parentId === id).length;
      expect(moreReplies?.count ?? 0).toBe(replyCount - shown);
    }
  }

  async function readReplies(id: string, cursor: string | null): Promise<Page> {
    const answer = await site.app.request
      .get(`/api/v1/comments/${id}/replies`)
      .query(cursor ? { cursor } : {})
      .expect(200);
    return answer.body;
  }

  /** Every comment below those of a page that the page omits. */
  async function readRest(page: Page): Promise<string[]> {
    expectWhole(page);
    const ids = page.items.map(({ id }) => id);
    for (const { id, moreReplies } of page.items) {
      let cursor = moreReplies?.cursor ?? null;
      for (let more = moreReplies !== null; more; more = cursor !== null) {
        const replies = await readReplies(id, cursor);
        ids.push(...(await readRest(replies)));
        cursor = replies.nextCursor;
      }
    }
    return ids;
  }

  describe('of a long thread', () => {
    let post: string;
    let written: Comment[];
    beforeAll(async () => {
      post = (await createPost(site.app, site.editor)).id;
      const tops = await write(post, [...Array.from({ length: 33 }, () => LARGE), 'short', 'last']);
      written = [...tops];
      for (const top of [tops[0], tops[7], tops[20]]) {
        const replies = await write(post, ['first', LARGE, LARGE, LARGE, LARGE], top.id);
        written.push(...replies, ...(await write(post, [LARGE, 'x', LARGE], replies[1].id)));
      }
    });

    it.each(['oldest', 'newest', 'best', 'controversial'])(
      'by %s are bounded, and every comment is shown once',
      async (sort) => {
        const seen: string[] = [];
        const sizes: number[] = [];
        let cursor: string | null = null;
        do {
          const page: Page = await readPage(site.app, post, {
            sort,
            limit: 100,
            ...(cursor && { cursor }),
          });
          expect(page.items.length).toBeGreaterThan(0);
          sizes.push(textsOf(page));
          seen.push(...(await readRest(page)));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_TEXT_BYTES);
        // Pages are as full as possible: two neighbours together exceed one limit.
        for (const [n, size] of sizes.slice(1).entries())
          expect(size + sizes[n]).toBeGreaterThan(MAX_TEXT_BYTES);
        expect(sizes.length).toBeGreaterThan(1);
        expect(seen.toSorted()).toEqual(written.map(({ id }) => id).toSorted());
      },
    );
  });

  it('are bounded within one branch, whose other replies are among those not shown', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const [top] = await write(post, [LARGE]);
    const written = [top];
    for (const child of await write(post, [LARGE, LARGE, LARGE], top.id)) {
      written.push(child);
      for (const grandchild of await write(post, [LARGE, LARGE, LARGE], child.id))
        written.push(grandchild, ...(await write(post, [LARGE, LARGE, LARGE], grandchild.id)));
    }
    const page = await readPage(site.app, post, { limit: 1 });
    expect(textsOf(page)).toBeLessThanOrEqual(MAX_TEXT_BYTES);
    expect(page.nextCursor).toBeNull();
    expect(page.items.length).toBeGreaterThan(20);
    expect(page.items.length).toBeLessThan(40);
    expect((await readRest(page)).toSorted()).toEqual(written.map(({ id }) => id).toSorted());
  });

  inFull('count what is quoted and what passages say', async () => {
    const { id: post } = await createPost(site.app, site.editor, { body: 'A review.' });
    const [source] = await write(post, [LARGE]);
    const quote = { commentId: source.id, version: 1, start: 0, end: 1_000 };
    const { id: page } = await createPost(site.app, site.editor);
    for (let n = 0; n < 80; n++)
      await site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(site.reader.auth)
        .send({ body: 'Five times.', quotes: Array.from({ length: 5 }, () => quote) })
        .expect(201);
    for (let n = 0; n < 80; n++)
      await site.app.request
        .post(`/api/v1/posts/${page}/comments`)
        .set(site.reader.auth)
        .send({
          body: 'Ж'.repeat(2_000),
          anchor: {
            quote: { exact: '👍🏽'.repeat(1_000), prefix: 'p', suffix: 's' },
            position: { start: 0, end: 10 },
          },
        })
        .expect(201);
    for (const one of [post, page]) {
      const { text } = await site.app.request
        .get(`/api/v1/posts/${one}/comments?limit=100`)
        .expect(200);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_TEXT_BYTES + ROOM);
      expect(JSON.parse(text)).toMatchObject({ nextCursor: expect.any(String) });
    }
  });

  it('are bounded in a context: the nearest ancestors are shown, and the root', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const chain: Comment[] = [];
    for (let n = 0; n < 40; n++)
      chain.push(await say(site.app, site.reader, post, LARGE, chain.at(-1)?.id));
    const { body, text } = await site.app.request
      .get(`/api/v1/comments/${chain.at(-1)!.id}/context`)
      .expect(200);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_TEXT_BYTES + ROOM);
    const ids = body.items.map(({ id }: Comment) => id);
    const nearest = chain.slice(1 - ids.length).map(({ id }) => id);
    expect(ids).toEqual([chain[0].id, ...nearest]);
    expect(body.omitted).toBe(chain.length - ids.length);
    expect(body.omitted).toBeGreaterThan(0);
    expect(ids.length).toBeGreaterThan(10);
  });
});
