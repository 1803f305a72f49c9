import { type Comment, createPost, type Page, readPage, say } from '../support/threads.js';
import { useSite } from '../support/site.js';

describe('a thread', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member', other: 'member' } });

  const newPost = async () => (await createPost(site.app, site.editor)).id;
  const age = (id: string, interval: string) =>
    site.database.query(
      `update comments set created_at = created_at - $2::interval where id = $1`,
      [id, interval],
    );

  describe('page', () => {
    it('is empty for a post without comments', async () => {
      const page = await readPage(site.app, await newPost());
      expect(page).toMatchObject({
        post: { commentCount: 0 },
        seq: 0,
        items: [],
        nextCursor: null,
      });
    });

    it('walks all top-level comments once, in both orders, by cursors', async () => {
      const post = await newPost();
      const ids: string[] = [];
      for (let n = 0; n < 25; n++)
        ids.push((await say(site.app, site.reader, post, `comment ${n}`)).id);
      for (const [sort, expected] of [
        ['oldest', ids],
        ['newest', ids.toReversed()],
      ] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Page = await readPage(site.app, post, {
            sort,
            limit: 7,
            ...(cursor ? { cursor } : {}),
          });
          seen.push(...page.items.map((item) => item.id));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen).toEqual(expected);
      }
    });

    it('shows the first replies level by level, and says where the rest is', async () => {
      const post = await newPost();
      const top = await say(site.app, site.reader, post, 'top');
      const replies: Comment[] = [];
      for (let n = 0; n < 5; n++)
        replies.push(await say(site.app, site.other, post, `reply ${n}`, top.id));
      const deep = await say(site.app, site.reader, post, 'deeper', replies[0].id);
      const page = await readPage(site.app, post, { replies: 2, depth: 2 });
      expect(page.items.map((item) => item.id)).toEqual([
        top.id,
        replies[0].id,
        replies[1].id,
        deep.id,
      ]);
      expect(page.items.map((item) => item.depth)).toEqual([0, 1, 1, 2]);
      const { moreReplies } = page.items[0];
      expect(moreReplies).toEqual({ count: 3, cursor: expect.any(String) });
      const more = await site.app.request
        .get(`/api/v1/comments/${top.id}/replies`)
        .query({ cursor: moreReplies!.cursor, limit: 2 })
        .expect(200);
      expect(more.body.items.map((item: Comment) => item.id)).toEqual([
        replies[2].id,
        replies[3].id,
      ]);
      const last = await site.app.request
        .get(`/api/v1/comments/${top.id}/replies`)
        .query({ cursor: more.body.nextCursor })
        .expect(200);
      expect(last.body.items.map((item: Comment) => item.id)).toEqual([replies[4].id]);
      expect(last.body.nextCursor).toBeNull();
    });

    it('names what is below when no replies are shown', async () => {
      const post = await newPost();
      const top = await say(site.app, site.reader, post, 'top');
      await say(site.app, site.other, post, 'reply', top.id);
      const page = await readPage(site.app, post, { depth: 0 });
      expect(page.items).toHaveLength(1);
      expect(page.items[0].moreReplies).toEqual({ count: 1, cursor: null });
    });

    it('keeps its validator until something happens', async () => {
      const post = await newPost();
      await say(site.app, site.reader, post, 'one');
      const first = await site.app.request.get(`/api/v1/posts/${post}/comments`).expect(200);
      const etag = first.headers.etag;
      await site.app.request
        .get(`/api/v1/posts/${post}/comments`)
        .set('if-none-match', etag)
        .expect(304);
      await say(site.app, site.reader, post, 'two');
      await site.app.request
        .get(`/api/v1/posts/${post}/comments`)
        .set('if-none-match', etag)
        .expect(200);
    });

    it.each([
      'limit=0',
      'limit=101',
      'limit=x',
      'depth=4',
      'sort=worst',
      'cursor=zzz',
      'colour=red',
      'limit=1&limit=2',
    ])('refuses ?%s with 422', async (query) => {
      const post = await newPost();
      const answer = await site.app.request
        .get(`/api/v1/posts/${post}/comments?${query}`)
        .expect(422);
      expect(answer.body).toMatchObject({
        status: 422,
        errors: [{ pointer: expect.stringContaining('?') }],
      });
    });
  });

  it('answers what was written as it is read afterwards, byte for byte', async () => {
    const post = await newPost();
    const write = (body: string, parentId?: string) =>
      site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(site.reader.auth)
        .send({ body, parentId });
    const read = (id: string) =>
      site.app.request.get(`/api/v1/comments/${id}`).set(site.reader.auth).expect(200);
    const top = await write('top “quoted” \\ <b>&amp;</b>\nПривет, Rīga').expect(201);
    const reply = await write('reply', top.body.id).expect(201);
    expect((await read(reply.body.id)).body).toEqual(reply.body);
    const seen = (await read(top.body.id)).body;
    expect(seen).toEqual({ ...top.body, replyCount: 1, moreReplies: { count: 1, cursor: null } });
    await site.app.request
      .patch(`/api/v1/posts/${post}`)
      .set(site.editor.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    const held = await write('held').expect(202);
    expect(held.body).toMatchObject({ status: 'held', hold: [{ rule: 'post-premoderated' }] });
    expect((await read(held.body.id)).body).toEqual(held.body);
  });

  describe('reply', () => {
    it('stands at any depth', async () => {
      const post = await newPost();
      let parent: string | undefined;
      for (let n = 0; n < 120; n++)
        parent = (await say(site.app, site.reader, post, `level ${n}`, parent)).id;
      const context = await site.app.request.get(`/api/v1/comments/${parent}/context`).expect(200);
      expect(context.body).toMatchObject({ focusId: parent, omitted: 119 - 50 - 1 + 0 });
      expect(context.body.items[0]).toMatchObject({ depth: 0, body: 'level 0' });
      expect(context.body.items.at(-1)).toMatchObject({ depth: 119, body: 'level 119' });
    });

    it('needs a parent of the same post', async () => {
      const [here, there] = [await newPost(), await newPost()];
      const elsewhere = await say(site.app, site.reader, there, 'elsewhere');
      await site.app.request
        .post(`/api/v1/posts/${here}/comments`)
        .set(site.reader.auth)
        .send({ body: 'lost', parentId: elsewhere.id })
        .expect(404);
    });
  });

  it('tells its events in order over HTTP, without the text of what is gone', async () => {
    const post = await newPost();
    const one = await say(site.app, site.reader, post, 'canary-of-one');
    const two = await say(site.app, site.other, post, 'two', one.id);
    await age(one.id, '1 minute');
    await site.app.request.delete(`/api/v1/comments/${one.id}`).set(site.reader.auth).expect(204);
    const answer = await site.app.request
      .get(`/api/v1/posts/${post}/events`)
      .query({ after: 0 })
      .expect(200);
    expect(answer.body.seq).toBe(3);
    expect(
      answer.body.events.map((event: { seq: number; type: string }) => [event.seq, event.type]),
    ).toEqual([
      [1, 'comment.created'],
      [2, 'comment.created'],
      [3, 'comment.deleted'],
    ]);
    expect(answer.body.events[1].data.comment).toMatchObject({ id: two.id, body: 'two' });
    expect(answer.text).not.toContain('canary-of-one');
    const ahead = await site.app.request
      .get(`/api/v1/posts/${post}/events`)
      .query({ after: 9 })
      .expect(200);
    expect(ahead.body).toMatchObject({ resync: true, events: [] });
  });
});
