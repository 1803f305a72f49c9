import { NEW_ID_SQL } from '../../src/database/ids.js';
import { decide } from '../support/moderation.js';
import {
  holdUndo,
  passUndo,
  readBell,
  tellSoon,
  toldTo,
  untilFollowed,
} from '../support/notifications.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, makeYoung, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('what others write', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator' }, prepare: tellSoon });
  let [anna, ben, carl]: Person[] = [];
  let post: string;
  beforeEach(async () => {
    [anna, ben, carl] = await Promise.all([1, 2, 3].map(() => register(site.app)));
    post = (await createPost(site.app, site.editor)).id;
  });

  const told = (person: Person) => toldTo(site, person);
  const put = (by: Person, path: string, body: object = {}) =>
    site.app.request.put(`/api/v1/${path}`).set(by.auth).send(body);
  const follow = (by: Person, level: string, ref = post) =>
    put(by, `posts/${ref}/subscription`, { level }).expect(200);
  const ignore = (by: Person, whom: Person) =>
    put(by, `users/me/ignored/${whom.username}`).expect(200);
  const remove = (id: string, version = 1) =>
    decide(site.app, site.staff, `comments/${id}`, { action: 'remove', reason: 'spam', version });

  it('tells of a reply, with the comment and its post, and nobody else', async () => {
    const first = await say(site.app, anna, post, 'A question');
    const reply = await say(site.app, ben, post, 'An answer', first.id);
    expect(await told(anna)).toEqual(['reply An answer']);
    const [item] = (await readBell(site.app, anna)).items;
    expect(item).toEqual({
      id: expect.any(String),
      type: 'reply',
      at: expect.any(String),
      read: false,
      comment: expect.objectContaining({ id: reply.id, postId: post, author: expect.anything() }),
      post: { id: post, slug: expect.any(String), title: 'A review', url: null },
    });
    expect(await told(ben)).toEqual([]);
    expect(await told(carl)).toEqual([]);
  });

  it('tells nobody of their own', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await follow(anna, 'all');
    await say(site.app, anna, post, `I answer, as @${anna.username}`, id);
    expect(await told(anna)).toEqual([]);
  });

  it('tells those whom it names, if they take part in the thread', async () => {
    await say(site.app, anna, post, 'I am here');
    await say(site.app, ben, post, `«@${anna.username}», @${carl.username} — @nobody-${ben.id}`);
    expect(await told(anna)).toEqual([
      `mention «@${anna.username}», @${carl.username} — @nobody-${ben.id}`,
    ]);
    expect(await told(carl)).toEqual([]);
  });

  it('tells the author of the post, who is named, also without a comment', async () => {
    await site.app.request
      .patch(`/api/v1/posts/${post}`)
      .set(site.editor.auth)
      .send({ authorId: carl.id })
      .expect(200);
    await say(site.app, ben, post, `Is that so, @${carl.username.toUpperCase()}?`);
    expect(await told(carl)).toHaveLength(1);
  });

  it('names the account whose name ends with the sentence, where there is one', async () => {
    const dotted = await register(site.app, `dot-${anna.username.slice(-8)}.`);
    const plain = await register(site.app, dotted.username.slice(0, -1));
    await say(site.app, dotted, post, 'I am here');
    await say(site.app, plain, post, 'I am here');
    await say(site.app, ben, post, `Ask @${dotted.username}`);
    expect(await told(dotted)).toHaveLength(1);
    expect(await told(plain)).toEqual([]);
    await say(site.app, ben, post, `I asked @${plain.username}!`);
    expect(await told(plain)).toHaveLength(1);
  });

  it('tells nobody whose comment is no longer published that they were named', async () => {
    const { id } = await say(site.app, anna, post, 'I was here');
    expect((await remove(id)).status).toBe(201);
    await say(site.app, ben, post, `Where are you, @${anna.username}?`);
    expect((await told(anna)).filter((one) => one.startsWith('mention'))).toEqual([]);
  });

  it('names nobody in code and in quotes', async () => {
    await say(site.app, anna, post, 'I am here');
    await say(site.app, ben, post, `> @${anna.username}\n\n\`@${anna.username}\``);
    expect(await told(anna)).toEqual([]);
  });

  it('tells those who follow the post, from then on until they do no more', async () => {
    await say(site.app, ben, post, 'Before');
    await follow(anna, 'all');
    await say(site.app, ben, post, 'One');
    await untilFollowed(site.database);
    await follow(anna, 'replies');
    await say(site.app, ben, post, 'Two');
    expect(await told(anna)).toEqual(['followed One']);
  });

  it('tells one person once, of the nearest reason', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await say(site.app, carl, post, 'I am here');
    await follow(anna, 'all');
    await follow(carl, 'all');
    await say(site.app, ben, post, `@${anna.username} @${carl.username}`, id);
    const names = `@${anna.username} @${carl.username}`;
    expect(await told(anna)).toEqual([`reply ${names}`]);
    expect(await told(carl)).toEqual([`mention ${names}`]);
  });

  it('tells nobody who wants to hear nothing of the post', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await follow(anna, 'none');
    await say(site.app, ben, post, `An answer, @${anna.username}`, id);
    expect(await told(anna)).toEqual([]);
    const other = (await createPost(site.app, site.editor)).id;
    const elsewhere = await say(site.app, anna, other, 'A question');
    await say(site.app, ben, other, 'An answer elsewhere', elsewhere.id);
    expect(await told(anna)).toEqual(['reply An answer elsewhere']);
  });

  it('tells nobody who does not read the other, in either direction', async () => {
    const ofAnna = await say(site.app, anna, post, 'A question');
    const ofBen = await say(site.app, ben, post, 'A question, too');
    await ignore(anna, ben);
    await follow(anna, 'all');
    await say(site.app, ben, post, `To you, @${anna.username}`, ofAnna.id);
    await say(site.app, anna, post, `And to you, @${ben.username}`, ofBen.id);
    expect(await told(anna)).toEqual([]);
    expect(await told(ben)).toEqual([]);
    await site.app.request
      .delete(`/api/v1/users/me/ignored/${ben.username}`)
      .set(anna.auth)
      .expect(204);
    await say(site.app, ben, post, 'Once more', ofAnna.id);
    expect(await told(anna)).toEqual(['reply Once more']);
  });

  it('is hidden in the list from those who stop to read its author', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await say(site.app, ben, post, 'An answer', id);
    expect(await told(anna)).toHaveLength(1);
    await ignore(anna, ben);
    expect(await told(anna)).toEqual([]);
  });

  it('tells of what was held when it is released, and not before', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    const setMode = (mode: string) =>
      site.app.request
        .patch(`/api/v1/posts/${post}`)
        .set(site.editor.auth)
        .send({ mode })
        .expect(200);
    await setMode('premoderated');
    const held = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(ben.auth)
      .send({ body: 'An answer', parentId: id })
      .expect(202);
    expect(await told(anna)).toEqual([]);
    const on = `comments/${held.body.id}`;
    expect((await decide(site.app, site.staff, on, { action: 'approve', version: 1 })).status).toBe(
      201,
    );
    expect(await told(anna)).toEqual(['reply An answer']);
  });

  it('says nothing of what was removed, until it is restored', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    const reply = await say(site.app, ben, post, 'An answer', id);
    expect(await told(anna)).toHaveLength(1);
    expect((await remove(reply.id)).status).toBe(201);
    expect(await told(anna)).toEqual([]);
    const restore = { action: 'restore', version: 2 };
    expect((await decide(site.app, site.staff, `comments/${reply.id}`, restore)).status).toBe(201);
    expect(await told(anna)).toEqual(['reply An answer']);
  });

  it('is withheld where it is removed before anybody was told, and told after its restoring', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    const reply = await say(site.app, ben, post, 'An answer', id);
    await holdUndo(site.database);
    expect((await remove(reply.id)).status).toBe(201);
    await passUndo(site.database);
    const stateOf = async () =>
      (
        await site.database.query<{ state: string }>(
          'select state from notifications where cause = $1',
          [reply.id],
        )
      ).map(({ state }) => state);
    await until('the withholding', async () => (await stateOf())[0] === 'withheld');
    const restore = { action: 'restore', version: 2 };
    expect((await decide(site.app, site.staff, `comments/${reply.id}`, restore)).status).toBe(201);
    await untilFollowed(site.database);
    expect(await stateOf()).toEqual(['waiting']);
    expect(await told(anna)).toEqual(['reply An answer']);
  });

  it('is told after the time in which its author can take it back unseen', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    const reply = await say(site.app, ben, post, 'A slip', id);
    await untilFollowed(site.database);
    const [{ waits }] = await site.database.query<{ waits: boolean }>(
      `select n.ready_at >= c.created_at + interval '15 seconds' as waits
       from notifications n join comments c on c.id = n.cause where c.id = $1`,
      [reply.id],
    );
    expect(waits).toBe(true);
    await holdUndo(site.database);
    expect(await readBell(site.app, anna)).toMatchObject({ items: [], unread: 0 });
    await makeYoung(site.database, reply.id);
    await site.app.request.delete(`/api/v1/comments/${reply.id}`).set(ben.auth).expect(204);
    expect(await told(anna)).toEqual([]);
    const rows = await site.database.query('select 1 from notifications where cause = $1', [
      reply.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('says nothing while the post is deleted', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await say(site.app, ben, post, 'An answer', id);
    expect(await told(anna)).toHaveLength(1);
    await site.app.request.delete(`/api/v1/posts/${post}`).set(site.editor.auth).expect(204);
    expect(await told(anna)).toEqual([]);
  });

  it('is told of a followed post up to a hundred times that nobody reads', async () => {
    await follow(anna, 'all');
    await say(site.app, ben, post, 'The first');
    await untilFollowed(site.database);
    await site.database.query(
      `insert into notifications (id, user_id, type, cause, comment_id, post_id, ready_at)
       select ${NEW_ID_SQL}, user_id, type, gen_random_uuid(), comment_id, post_id, ready_at
       from notifications cross join generate_series(1, 99) where user_id = $1`,
      [anna.id],
    );
    const last = await say(site.app, ben, post, 'One more');
    await untilFollowed(site.database);
    const tellsOf = (id: string) =>
      site.database.query('select 1 from notifications where cause = $1', [id]);
    expect(await tellsOf(last.id)).toEqual([]);
    await passUndo(site.database);
    const upTo = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    await put(anna, 'users/me/notifications/read', { upTo }).expect(200, { unread: 0 });
    const next = await say(site.app, ben, post, 'After she has read');
    await untilFollowed(site.database);
    expect(await tellsOf(next.id)).toHaveLength(1);
  });
});
