import { decide } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

const SITE = 'https://reviews.example';

describe('counts of many posts', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' } });

  const ask = (query: string) => site.app.request.get(`/api/v1/posts/counts?${query}`);

  it('answers by key, address, id and slug, in the order of the question', async () => {
    const page = { key: 'film-7', url: `${SITE}/films/7` };
    const { id, slug } = await createPost(site.app, site.editor, page);
    const other = await createPost(site.app, site.editor);
    await say(site.app, site.reader, id, 'One');
    await say(site.app, site.reader, id, 'Two');
    await say(site.app, site.reader, other.id, 'Elsewhere');
    const url = encodeURIComponent(`${SITE}/films/7/?utm_source=mail#end`);
    const query = `post=${slug}&key=film-7&url=${url}&post=${other.id}&key=nobody&post=no-such`;
    const { body } = await ask(query).expect(200);
    const two = { postId: id, commentCount: 2 };
    expect(body.items).toEqual([
      { by: 'key', name: 'film-7', ...two },
      { by: 'key', name: 'nobody', postId: null, commentCount: 0 },
      { by: 'url', name: `${SITE}/films/7/?utm_source=mail#end`, ...two },
      { by: 'post', name: slug, ...two },
      { by: 'post', name: other.id, postId: other.id, commentCount: 1 },
      { by: 'post', name: 'no-such', postId: null, commentCount: 0 },
    ]);
  });

  it('counts where a merged post went, by each of its names', async () => {
    const { id, slug } = await createPost(site.app, site.editor, { key: 'merged' });
    const into = (await createPost(site.app, site.editor)).id;
    await say(site.app, site.reader, id, 'Moves');
    await site.app.request
      .post(`/api/v1/posts/${id}/merge`)
      .set(site.editor.auth)
      .send({ into })
      .expect(201);
    const { body } = await ask(`key=merged&post=${slug}&post=${id}`).expect(200);
    for (const item of body.items) expect(item).toMatchObject({ postId: into, commentCount: 1 });
  });

  it('counts what is published alone, and has a validator', async () => {
    const { id } = await createPost(site.app, site.editor);
    const top = await say(site.app, site.reader, id, 'Top');
    await say(site.app, site.editor, id, 'Answer', top.id);
    const before = await ask(`post=${id}`).expect(200);
    expect(before.body.items[0].commentCount).toBe(2);
    expect(before.headers['cache-control']).toBe('public, no-cache');
    await ask(`post=${id}`).set('if-none-match', before.headers.etag).expect(304);
    await decide(site.app, site.editor, `comments/${top.id}`, {
      action: 'remove',
      reason: 'spam',
      version: 1,
    });
    const after = await ask(`post=${id}`).set('if-none-match', before.headers.etag).expect(200);
    expect(after.body.items[0].commentCount).toBe(1);
  });

  it('takes no count from the others for what can be no name of a post', async () => {
    const { id } = await createPost(site.app, site.editor, {
      url: `${SITE}/films/8`,
      key: 'film-8',
    });
    const names = { by: 'url', postId: null, commentCount: 0 };
    const bad = [
      'javascript:void(0)',
      'mailto:a@b.example',
      `${SITE}/${'a'.repeat(2_100)}`,
      'http://[',
      '#top',
    ];
    const query = [...bad, `${SITE}/films/8`].map((url) => `url=${encodeURIComponent(url)}`);
    const { body } = await ask(query.join('&')).expect(200);
    expect(body.items).toEqual([
      ...bad.map((name) => ({ ...names, name })),
      { ...names, name: `${SITE}/films/8`, postId: id },
    ]);
    for (const other of [`key=${'k'.repeat(1_100)}`, 'key=', 'post=', 'post=%3F']) {
      const { body: answer } = await ask(`key=film-8&${other}`).expect(200);
      expect(answer.items.map((item: { postId: string }) => item.postId)).toEqual([id, null]);
    }
  });

  it('takes 100, and refuses more, none, and what is no name', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `key=page-${at}`).join('&');
    const { body } = await ask(many(100)).expect(200);
    expect(body.items).toHaveLength(100);
    await ask(`${many(100)}&post=one-more`).expect(422);
    await ask(many(101)).expect(422);
    for (const query of ['', 'key=', 'url=nowhere', 'url=ftp://a.example/', 'slug=a', 'post=']) {
      await ask(query).expect(422);
    }
  });
});
