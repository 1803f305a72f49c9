import { connectLive } from '../support/live-client.js';
import { decide } from '../support/moderation.js';
import { holdGrace, made, passGrace, undo } from '../support/decisions.js';
import {
  holdUndo,
  passUndo,
  readBell,
  tellSoon,
  toldTo,
  untilFollowed,
} from '../support/notifications.js';
import { type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('the list of what somebody is told', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator' }, prepare: tellSoon });
  let [anna, ben]: Person[] = [];
  let post: string;
  beforeEach(async () => {
    [anna, ben] = await Promise.all([1, 2].map(() => register(site.app)));
    post = (await createPost(site.app, site.editor)).id;
  });

  const put = (by: Person, path: string, body: object = {}) =>
    site.app.request.put(`/api/v1/users/me/${path}`).set(by.auth).send(body);
  const answer = async (...texts: string[]) => {
    const { id } = await say(site.app, anna, post, 'A question');
    for (const text of texts) await say(site.app, ben, post, text, id);
    await passUndo(site.database);
    return id;
  };

  it('is read page by page, the newest first', async () => {
    await answer('One', 'Two', 'Three');
    const first = await readBell(site.app, anna, { limit: 2 });
    const rest = await readBell(site.app, anna, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...rest.items].map(({ comment }) => comment!.body)).toEqual([
      'Three',
      'Two',
      'One',
    ]);
    expect([first.unread, rest.unread, rest.nextCursor]).toEqual([3, 3, null]);
  });

  it('is marked as read by ids, or up to one of them', async () => {
    await answer('One', 'Two', 'Three');
    const [three, two, one] = (await readBell(site.app, anna)).items;
    await put(anna, 'notifications/read', { ids: [three.id] }).expect(200, { unread: 2 });
    await put(anna, 'notifications/read', { upTo: one.id }).expect(200, { unread: 1 });
    await put(anna, 'notifications/read').expect(200, { unread: 1 });
    const readOf = async () => (await readBell(site.app, anna)).items.map(({ read }) => read);
    expect(await readOf()).toEqual([true, false, true]);
    await put(anna, 'notifications/read', { upTo: two.id }).expect(200, { unread: 0 });
    expect(await readOf()).toEqual([true, true, true]);
  });

  it('is marked only as far as it was shown, also by the id of what is older in it', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await say(site.app, ben, post, 'Told late', id);
    const early = await say(site.app, ben, post, 'Told early', id);
    await holdUndo(site.database);
    await site.database.query('update notifications set ready_at = now() where cause = $1', [
      early.id,
    ]);
    await until('the early one', async () => (await readBell(site.app, anna)).unread === 1);
    const [shown] = (await readBell(site.app, anna)).items;
    await passUndo(site.database);
    await put(anna, 'notifications/read', { upTo: shown.id }).expect(200, { unread: 1 });
    const { items } = await readBell(site.app, anna);
    expect(items.map(({ comment, read }) => [comment!.body, read])).toEqual([
      ['Told late', false],
      ['Told early', true],
    ]);
    expect(items.map((item) => item.id.charAt(14))).toEqual(['7', '7']);
  });

  it('is news again when it comes back, where it was hidden while everything was marked', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    const reply = await say(site.app, ben, post, 'An answer', id);
    await passUndo(site.database);
    const on = `comments/${reply.id}`;
    await made(site.app, site.staff, on, { action: 'remove', reason: 'spam', version: 1 });
    const upTo = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    await put(anna, 'notifications/read', { upTo }).expect(200, { unread: 0 });
    await made(site.app, site.staff, on, { action: 'restore', version: 2 });
    expect(await toldTo(site, anna)).toEqual(['reply An answer']);
    expect((await readBell(site.app, anna)).unread).toBe(1);
  });

  it('is marked by nobody else, nor before it is due', async () => {
    const id = await answer('One');
    const [{ id: one }] = (await readBell(site.app, anna)).items;
    await put(ben, 'notifications/read', { ids: [one] }).expect(200, { unread: 0 });
    await say(site.app, ben, post, 'Not due', id);
    await holdUndo(site.database);
    const upTo = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    expect((await readBell(site.app, anna)).unread).toBe(1);
    await put(anna, 'notifications/read', { upTo }).expect(200, { unread: 0 });
    await passUndo(site.database);
    expect((await readBell(site.app, anna)).unread).toBe(1);
  });

  it('rings on all pages of its reader, and on nobody else’s', async () => {
    const [hers, his] = await Promise.all(
      [anna, ben].map(({ token }) => connectLive(site.app.url, { token })),
    );
    try {
      await answer('One');
      const notes = () =>
        hers.received.flatMap((one) => (one.kind === 'notification' ? [one.note] : []));
      await hers.until('the ring', () => notes().length > 0);
      const [{ id }] = (await readBell(site.app, anna)).items;
      expect(notes()).toEqual([{ type: 'notification.added', id, state: 'reply' }]);
      await put(anna, 'notifications/read', { ids: [id] }).expect(200);
      await hers.until('the news that it is read', () => notes().length > 1);
      expect(notes()[1]).toEqual({ type: 'notification.read', id, state: 'read' });
      expect(his.received.filter(({ kind }) => kind === 'notification')).toEqual([]);
    } finally {
      hers.close();
      his.close();
    }
  });

  it.each([true, false])(
    'rings once for a decision and a correction where the bell is on: %s',
    async (bell) => {
      await put(anna, 'preferences', { decision: { bell }, correction: { bell } }).expect(200);
      // The settings of others do not affect her.
      const off = { bell: false, mail: 'off' };
      await put(ben, 'preferences', { decision: off, correction: off, reply: off }).expect(200);
      const socket = await connectLive(site.app.url, { token: anna.token });
      try {
        const { id } = await say(site.app, anna, post, 'A question');
        await site.app.request
          .post(`/api/v1/posts/${post}/updates`)
          .set(site.editor.auth)
          .send({ text: 'Thanks.', credits: [id] })
          .expect(201);
        await passUndo(site.database);
        const on = `comments/${(await say(site.app, anna, post, 'Another')).id}`;
        await made(site.app, site.staff, on, { action: 'remove', reason: 'spam', version: 1 });
        await passGrace(site.database);
        const untold = () => site.database.query('select from statements where not told');
        await until('the decision', async () => (await untold()).length === 0);
        // Arrives after them.
        await say(site.app, ben, post, 'An answer', id);
        await passUndo(site.database);
        const notes = () =>
          socket.received.flatMap((one) => (one.kind === 'notification' ? [one.note] : []));
        await socket.until('the reply', () => notes().some(({ state }) => state === 'reply'));
        expect(notes().map(({ type, state }) => `${type} ${state}`)).toEqual([
          ...(bell ? ['notification.added correction', 'decision.made remove'] : []),
          'notification.added reply',
        ]);
      } finally {
        socket.close();
      }
    },
  );

  it('has decisions when their statements are shown, also by somebody who is ignored', async () => {
    const { id } = await say(site.app, anna, post, 'Said');
    await put(anna, `ignored/${site.staff.username}`).expect(200);
    const decision = { action: 'remove', reason: 'spam', version: 1 };
    const made1 = await made(site.app, site.staff, `comments/${id}`, decision);
    await untilFollowed(site.database);
    expect((await readBell(site.app, anna)).items).toEqual([]);
    await passGrace(site.database);
    await until('the decision', async () => (await readBell(site.app, anna)).unread === 1);
    const [item] = (await readBell(site.app, anna)).items;
    expect(item).toEqual({
      id: expect.any(String),
      type: 'decision',
      at: expect.any(String),
      read: false,
      post: expect.objectContaining({ id: post }),
      decision: expect.objectContaining({ id: made1, action: 'remove', commentId: id }),
    });
    expect(JSON.stringify(item)).not.toContain(site.staff.id);
  });

  it('never has a decision that was taken back within its minute', async () => {
    const { id } = await say(site.app, anna, post, 'Said');
    const decision = { action: 'remove', reason: 'spam', version: 1 };
    const first = await made(site.app, site.staff, `comments/${id}`, decision);
    await holdGrace(site.database);
    expect((await undo(site.app, site.staff, first)).status).toBe(201);
    // A later notification shows that the earlier one would have arrived by now.
    const on = `comments/${id}`;
    const later = await made(site.app, site.staff, on, { ...decision, version: 3 });
    await passGrace(site.database);
    await until('the later one', async () => (await readBell(site.app, anna)).unread > 0);
    const { items } = await readBell(site.app, anna);
    expect(items.map((item) => item.decision!.id)).toEqual([later]);
  });

  it('has a decision on the account, which its owner reads also when banned', async () => {
    const ban = { action: 'ban', reason: 'spam' };
    expect((await decide(site.app, site.staff, `users/${ben.id}`, ban)).status).toBe(201);
    await passGrace(site.database);
    const again = await signInAnew(site.app, ben);
    await until('the ban', async () => (await readBell(site.app, again)).unread === 1);
    expect((await readBell(site.app, again)).items[0].decision!.action).toBe('ban');
  });

  it('has a dated update that one led to, once', async () => {
    await site.app.request
      .patch(`/api/v1/posts/${post}`)
      .set(site.editor.auth)
      .send({ authorId: ben.id })
      .expect(200);
    const one = await say(site.app, anna, post, 'The figure is wrong.');
    const two = await say(site.app, anna, post, 'So is the other.');
    const own = await say(site.app, ben, post, 'I see.');
    const publish = () =>
      site.app.request
        .post(`/api/v1/posts/${post}/updates`)
        .set(ben.auth)
        .send({ text: 'Thanks.', credits: [one.id, two.id, own.id] })
        .expect(201);
    await publish();
    expect(await toldTo(site, anna)).toEqual(['correction The figure is wrong.']);
    await publish();
    expect(await toldTo(site, anna)).toHaveLength(2);
    expect(await toldTo(site, ben)).toEqual([]);
    const remove = { action: 'remove', reason: 'spam', version: 1 };
    expect((await decide(site.app, site.staff, `comments/${one.id}`, remove)).status).toBe(201);
    expect((await toldTo(site, anna)).filter((item) => item.startsWith('correction'))).toEqual([]);
  });
});
