import { passUndo, tellSoon, toldTo } from '../support/notifications.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('the preferences for notifications', () => {
  const site = useSite({ people: { editor: 'admin' }, prepare: tellSoon });
  let [anna, ben]: Person[] = [];
  let post: string;
  beforeEach(async () => {
    [anna, ben] = await Promise.all([1, 2].map(() => register(site.app)));
    post = (await createPost(site.app, site.editor)).id;
  });

  const put = (path: string, body: object = {}) =>
    site.app.request.put(`/api/v1/users/me/${path}`).set(anna.auth).send(body);
  const answer = async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await say(site.app, ben, post, 'One', id);
    await passUndo(site.database);
  };

  it('leave out a kind whose bell is off, and show it again when it is on', async () => {
    await put('preferences', { reply: { bell: false } }).expect(200);
    await answer();
    expect(await toldTo(site, anna)).toEqual([]);
    await put('preferences', { reply: { bell: true } }).expect(200);
    expect(await toldTo(site, anna)).toEqual(['reply One']);
  });

  it('keep nothing of a kind that is off in every way', async () => {
    await put('preferences', { reply: { bell: false, mail: 'off' } }).expect(200);
    await answer();
    await put('preferences', { reply: { bell: true } }).expect(200);
    expect(await toldTo(site, anna)).toEqual([]);
  });

  it('stay where they are left out', async () => {
    const get = async () =>
      (await site.app.request.get('/api/v1/users/me/preferences').set(anna.auth).expect(200)).body;
    const before = await get();
    expect(before).toEqual({
      reply: { bell: true, mail: 'at_once' },
      mention: { bell: true, mail: 'at_once' },
      followed: { bell: true, mail: 'daily' },
      decision: { bell: true, mail: 'at_once' },
      correction: { bell: true, mail: 'at_once' },
    });
    await put('preferences', { mention: { mail: 'weekly' } }).expect(200);
    await put('preferences', { mention: { bell: false }, followed: {} }).expect(200);
    expect(await get()).toEqual({ ...before, mention: { bell: false, mail: 'weekly' } });
  });

  it('are chosen for five thousand posts at most, also where several are chosen at once', async () => {
    await site.database.query(
      `with made as (
         insert into posts (id, slug, title)
         select gen_random_uuid(), 'many-' || n, 'A post' from generate_series(1, 4999) n returning id
       )
       insert into subscriptions (user_id, post_id, level) select $1, id, 'all' from made`,
      [anna.id],
    );
    const posts = await Promise.all([1, 2, 3].map(() => createPost(site.app, site.editor)));
    const choose = (ref: string, level: string) =>
      site.app.request.put(`/api/v1/posts/${ref}/subscription`).set(anna.auth).send({ level });
    const outcomes = await Promise.all(
      posts.map(async ({ id }) => (await choose(id, 'all')).status),
    );
    expect(outcomes.toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const chosen = posts[outcomes.indexOf(200)];
    await choose(chosen.id, 'none').expect(200);
    await choose(chosen.id, 'replies').expect(200);
    await choose(posts[outcomes.indexOf(409)].id, 'all').expect(200);
  });

  it('are in the viewer’s part of a post', async () => {
    const levelOf = async (by: Person | null) => {
      const request = site.app.request.get(`/api/v1/posts/${post}/viewer`);
      const { body } = await (by ? request.set(by.auth) : request).expect(200);
      return body.subscription;
    };
    expect([await levelOf(null), await levelOf(anna)]).toEqual([null, 'replies']);
    for (const level of ['all', 'none', 'replies']) {
      await site.app.request
        .put(`/api/v1/posts/${post}/subscription`)
        .set(anna.auth)
        .send({ level })
        .expect(200, { level });
      expect(await levelOf(anna)).toBe(level);
    }
  });
});
