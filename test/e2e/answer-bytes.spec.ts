import { type Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

/** The limit of a list's items, plus everything around its texts. */
const MAX_BYTES = 1_200_000;

describe('a list of texts', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' } });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor, { body: 'A review.' })).id;
  });

  /** All items, page by page; each answer is bounded, and as full as possible. */
  async function walk<Item>(path: string, by: Person): Promise<{ items: Item[]; pages: number }> {
    const items: Item[] = [];
    let [cursor, pages] = ['', 0];
    while (pages < 1_000) {
      const answer = await site.app.request
        .get(`${path}?limit=100${cursor}`)
        .set(by.auth)
        .expect(200);
      expect(Buffer.byteLength(answer.text)).toBeLessThan(MAX_BYTES);
      expect(answer.body.items.length).toBeGreaterThan(0);
      items.push(...(answer.body.items as Item[]));
      pages += 1;
      if (answer.body.nextCursor === null) return { items, pages };
      cursor = `&cursor=${answer.body.nextCursor}`;
    }
    throw new Error(`The list of ${path} has no end.`);
  }

  it('of a post ends when its answer is full, and goes on behind it', async () => {
    await site.database.query(
      `insert into post_revisions (post_id, revision, title, body, html, created_at)
       select $1, n, 'A review', repeat('b', 100000), repeat('h', 100000), now() from generate_series(2, 21) n`,
      [post],
    );
    const { items, pages } = await walk<{ revision: number }>(
      `/api/v1/posts/${post}/revisions`,
      site.reader,
    );
    expect(items.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 21 }, (_, at) => 21 - at),
    );
    expect(pages).toBe(4);
  });

  it('holds one text that is larger than an answer may be', async () => {
    const { id } = await createPost(site.app, site.editor, { body: 'First.' });
    await site.database.query(
      `insert into post_revisions (post_id, revision, title, body, html, created_at)
       values ($1, 2, 'Large', 'b', repeat('h', 1500000), now())`,
      [id],
    );
    const list = (query: string) =>
      site.app.request.get(`/api/v1/posts/${id}/revisions${query}`).expect(200);
    const first = await list('');
    expect(first.body.items.map(({ title }: { title: string }) => title)).toEqual(['Large']);
    const second = await list(`?cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeNull();
  });

  it('of a comment ends when its answer is full', async () => {
    const { id } = await say(site.app, site.reader, post, 'Now');
    await site.database.query(
      `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
       select $1, n, repeat('b', 60000), repeat('h', 60000), now(), true from generate_series(1, 30) n`,
      [id],
    );
    const { items, pages } = await walk<{ version: number }>(
      `/api/v1/comments/${id}/revisions`,
      site.editor,
    );
    expect(items.map(({ version }) => version)).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 1),
    );
    expect(pages).toBe(4);
  });

  it('of updates ends when its answer is full', async () => {
    await site.database.query(
      `insert into post_updates (id, post_id, author_id, revision, body, html)
       select gen_random_uuid(), $1, $2, 1, repeat('b', 32000), repeat('h', 90000) from generate_series(1, 20)`,
      [post, site.editor.id],
    );
    const { items, pages } = await walk<{ id: string }>(
      `/api/v1/posts/${post}/updates`,
      site.reader,
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(20);
    expect(pages).toBe(3);
  });

  it('of posts ends when its answer is full', async () => {
    for (let count = 0; count < 4; count++) await createPost(site.app, site.editor);
    await site.database.query(`update posts set summary = repeat('s', 400000)`);
    const { items } = await walk<{ id: string }>('/api/v1/posts', site.reader);
    expect(new Set(items.map(({ id }) => id)).size).toBe(6);
    await site.database.query('update posts set summary = null');
  });

  it('that waits for moderators, or for its author, ends when its answer is full', async () => {
    const { id } = await createPost(site.app, site.editor, { mode: 'premoderated' });
    const url = `/api/v1/posts/${id}/comments`;
    for (let count = 0; count < 15; count++)
      await site.app.request
        .post(url)
        .set(site.reader.auth)
        .send({ body: `Waits ${count}` })
        .expect(202);
    await site.database.query(
      `update comments set body = repeat('b', 60000), html = repeat('h', 100000) where post_id = $1`,
      [id],
    );
    const { items, pages } = await walk<{ id: string }>('/api/v1/moderation/queue', site.editor);
    expect(new Set(items.map((item) => item.id)).size).toBe(15);
    expect(pages).toBe(3);
    const own = await site.app.request
      .get(`/api/v1/posts/${id}/viewer`)
      .set(site.reader.auth)
      .expect(200);
    expect(Buffer.byteLength(own.text)).toBeLessThan(MAX_BYTES);
    expect(own.body.held.length).toBeGreaterThan(0);
    expect(own.body.held.length).toBeLessThan(15);
  });

  it('that waits for moderators counts the passages that comments are about', async () => {
    const { id } = await createPost(site.app, site.editor, { mode: 'premoderated' });
    const post = (start: number) =>
      site.app.request
        .post(`/api/v1/posts/${id}/comments`)
        .set(site.reader.auth)
        .send({
          body: 'a',
          anchor: { quote: { exact: 'z' }, position: { start, end: start + 1 } },
        })
        .expect(202);
    const ids = [];
    for (let start = 0; start < 15; start++) ids.push((await post(start)).body.id);
    await site.database.query(
      `update comments set anchor = jsonb_set(anchor, '{quote,exact}', to_jsonb(repeat('z', 200000)))
       where post_id = $1`,
      [id],
    );
    const { items, pages } = await walk<{ id: string }>(`/api/v1/moderation/queue`, site.editor);
    expect(items.map((item) => item.id)).toEqual(expect.arrayContaining(ids));
    expect(pages).toBeGreaterThan(3);
  });
});
