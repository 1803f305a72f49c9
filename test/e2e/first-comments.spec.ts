import { decide, outcomeOf } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('what waits for a moderator', () => {
  const site = useSite({ people: { editor: 'admin' } });
  let post: { id: string };

  beforeAll(async () => {
    post = await createPost(site.app, site.editor);
  });
  afterEach(() => holdFirst(0));

  const settings = (by: Person, change: object) =>
    site.app.request.patch('/api/v1/moderation/settings').set(by.auth).send(change);
  const holdFirst = (holdFirstComments: number) =>
    settings(site.editor, { holdFirstComments }).expect(200);
  const write = (by: Person, body: string) =>
    site.app.request.post(`/api/v1/posts/${post.id}/comments`).set(by.auth).send({ body });
  const edit = (by: Person, id: string, version: number, body: string) =>
    site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...by.auth, 'if-match': `"${version}"` })
      .send({ body });
  const approve = (id: string, version: number) =>
    decide(site.app, site.editor, `comments/${id}`, { action: 'approve', version });
  const viewerOf = async (by: Person) =>
    (await site.app.request.get(`/api/v1/posts/${post.id}/viewer`).set(by.auth).expect(200)).body;

  it('is nothing of an account by its age, unless the site says so', async () => {
    const read = await site.app.request
      .get('/api/v1/moderation/settings')
      .set(site.editor.auth)
      .expect(200);
    expect(read.body.holdFirstComments).toBe(0);
    await write(await register(site.app), 'at once').expect(201);
    await settings(site.editor, { holdFirstComments: 101 }).expect(422);
  });

  it('is what an account writes until so many of its comments were published', async () => {
    const reader = await register(site.app);
    await holdFirst(2);
    const first = await write(reader, 'first').expect(202);
    expect(first.body).toMatchObject({ status: 'held', hold: [{ rule: 'first-comments' }] });
    const second = await write(reader, 'second').expect(202);
    await write(reader, 'third').expect(202);
    expect((await approve(first.body.id, 1)).status).toBe(201);
    await write(reader, 'fourth').expect(202);
    expect((await approve(second.body.id, 1)).status).toBe(201);
    await write(reader, 'fifth').expect(201);
    await write(site.editor, 'from staff').expect(201);
  });

  it('counts what is published now: a removed comment earns nothing', async () => {
    const reader = await register(site.app);
    const comment = await say(site.app, reader, post.id, 'fine at first');
    await holdFirst(1);
    await write(reader, 'more').expect(201);
    await site.database.query(`update comments set status = 'removed' where author_id = $1`, [
      reader.id,
    ]);
    await write(reader, 'again').expect(202);
    expect(comment.status).toBe('published');
  });

  it('may be corrected by its author: it stays held, by what holds the new text', async () => {
    const reader = await register(site.app);
    await holdFirst(1);
    const { body: held } = await write(reader, 'with a misteak').expect(202);
    await holdFirst(0);
    await site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.editor.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    // A held comment may be corrected as long as it waits.
    await site.database.query(
      `update comments set created_at = now() - interval '3 days' where id = $1`,
      [held.id],
    );
    const { body: corrected } = await edit(reader, held.id, 1, 'with a mistake').expect(200);
    expect(corrected).toMatchObject({ status: 'held', version: 2, body: 'with a mistake' });
    expect(corrected.hold).toMatchObject([{ rule: 'post-premoderated' }]);
    await site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.editor.auth)
      .send({ mode: 'open' })
      .expect(200);
    const { body: again } = await edit(reader, held.id, 2, 'without').expect(200);
    expect(again).toMatchObject({ status: 'held', version: 3, hold: corrected.hold });
    expect(outcomeOf(await approve(held.id, 2))).toBe('409 version-conflict');
    expect((await approve(held.id, 3)).status).toBe(201);
  });

  it('is shown to its author with the reason, as is what was removed', async () => {
    const [reader, other] = [await register(site.app), await register(site.app)];
    const comment = await say(site.app, reader, post.id, 'to be removed');
    await decide(site.app, site.editor, `comments/${comment.id}`, {
      action: 'remove',
      reason: 'off_topic',
      version: 1,
    });
    await holdFirst(1);
    const { body: held } = await write(reader, 'to be held').expect(202);
    const canned = await site.app.request
      .get('/api/v1/moderation/canned-reasons')
      .set(site.editor.auth)
      .expect(200);
    const offTopic = canned.body.items.find(
      ({ reason, language }: Record<string, string>) => reason === 'off_topic' && language === 'en',
    );
    const mine = await viewerOf(reader);
    expect(mine.held).toEqual([held]);
    expect(mine.held[0].hold[0].detail).toContain('first comments');
    expect(mine.removed).toMatchObject([
      {
        id: comment.id,
        status: 'removed',
        body: 'to be removed',
        removal: { by: 'moderation', reason: 'off_topic' },
        explanation: offTopic.text,
      },
    ]);
    await site.database.query('update statements set visible_at = now() where user_id = $1', [
      reader.id,
    ]);
    const told = await site.app.request
      .get('/api/v1/users/me/decisions')
      .set(reader.auth)
      .expect(200);
    expect(told.body.items[0].text).toContain(offTopic.text);
    expect((await viewerOf(reader)).removed[0].explanation).toBe(told.body.items[0].text);
    expect(await viewerOf(other)).toMatchObject({ held: [], removed: [] });
    const own = await site.app.request
      .get(`/api/v1/comments/${held.id}`)
      .set(reader.auth)
      .expect(200);
    expect(own.body).toEqual(held);
    await site.app.request.get(`/api/v1/comments/${held.id}`).set(other.auth).expect(404);
  });
});
