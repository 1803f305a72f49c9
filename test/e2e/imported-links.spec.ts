import { DEMO_SLUG } from '../../src/site/demo-review.js';
import { DemoSeed } from '../../src/site/demo-seed.js';
import { decide } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { createPost, readPage } from '../support/threads.js';

const ABSENT = '/problems/comment-not-found';

describe('a link from an older system', () => {
  const site = useSite({ people: { editor: 'admin' } });

  beforeAll(async () => {
    await site.app.app.get(DemoSeed).ensure();
  });

  const resolve = (id: string, more = '', post = DEMO_SLUG) =>
    site.app.request.get(`/api/v1/posts/${post}/comments/by-foreign-id?id=${id}${more}`);

  it('finds the comment that was imported under its id', async () => {
    const { items } = await readPage(site.app, DEMO_SLUG, { sort: 'oldest', depth: 0 });
    const { body, headers } = await resolve('1').expect(200);
    expect(body).toEqual({ id: items[0].id });
    expect(headers['cache-control']).toBe('public, no-cache');
    expect((await resolve('1', '&source=demo').expect(200)).body).toEqual(body);
  });

  it('finds nothing under other names, in other posts, from other systems', async () => {
    const { id } = await createPost(site.app, site.editor);
    for (const answer of [
      await resolve('999'),
      await resolve('1', '&source=disqus'),
      await resolve('1', '', id),
    ]) {
      expect([answer.status, answer.body.type]).toEqual([404, ABSENT]);
    }
    expect((await resolve('1', '', 'no-such-post')).body.type).toBe('/problems/post-not-found');
    for (const query of ['', '&source=', '&page=1']) {
      const wrong = query === '' ? resolve('') : resolve('1', query);
      await wrong.expect(422);
    }
  });

  it('does not tell a removed comment from one that never was', async () => {
    const { body } = await resolve('3').expect(200);
    const removal = { action: 'remove', reason: 'spam', version: 1 };
    await decide(site.app, site.editor, `comments/${body.id}`, removal);
    const [removed, absent] = [await resolve('3'), await resolve('998')];
    expect([removed.status, removed.body.type]).toEqual([404, ABSENT]);
    expect(removed.body.detail).toBe(absent.body.detail);
  });

  it('is found by an index', async () => {
    await site.database.query('set enable_seqscan = off');
    const [{ id }] = await site.database.query<{ id: string }>('select id from posts limit 1');
    const rows = await site.database.query<{ 'QUERY PLAN': string }>(
      `explain select id from comments where post_id = '${id}' and foreign_id = '1'
         and source is not null and listed and coalesce(null, source) in (source, split_part(source, ' ', 1))`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/comments_foreign_key.*\n.*Index Cond: .*post_id.*foreign_id/);
  });
});
