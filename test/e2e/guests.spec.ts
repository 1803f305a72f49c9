import { beGuest } from '../support/guests.js';
import { decide } from '../support/moderation.js';
import { type Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('guests with a name', () => {
  const site = useSite({
    people: { editor: 'admin', reader: 'member' },
    env: { GUESTS: 'held', RATE_LIMITS: 'off' },
  });
  let post: { id: string };

  beforeAll(async () => {
    post = await createPost(site.app, site.editor);
  });

  const api = () => site.app.request;
  const write = (by: Pick<Person, 'auth'>, body: string, app = site.app) =>
    app.request.post(`/api/v1/posts/${post.id}/comments`).set(by.auth).send({ body });
  const name = (displayName: string) => api().post('/api/v1/auth/guest').send({ displayName });
  const approve = (id: string) =>
    decide(site.app, site.editor, `comments/${id}`, { action: 'approve', version: 1 });

  it('begin with a name alone, and are told apart from accounts', async () => {
    const { body } = await name('  Анна   К. ').expect(201);
    expect(body.user).toMatchObject({ kind: 'guest', username: null, displayName: 'Анна К.' });
    expect(body.user.role).toBe('member');
    const auth = { authorization: `Bearer ${body.accessToken}` };
    const me = await api().get('/api/v1/users/me').set(auth).expect(200);
    expect(me.body).toMatchObject({ id: body.user.id, kind: 'guest', email: null });
    const next = await api()
      .post('/api/v1/auth/refresh')
      .send({ refreshToken: body.refreshToken })
      .expect(200);
    expect(next.body.user).toEqual(body.user);
    await api().post('/api/v1/auth/logout').set(auth).expect(204);
    await api().get('/api/v1/users/me').set(auth).expect(401);
  });

  it('are held until a moderator has read them, and held again when they edit', async () => {
    const guest = await beGuest(site.app);
    const { body: held } = await write(guest, 'from a guest').expect(202);
    expect(held).toMatchObject({ status: 'held', hold: [{ rule: 'guest' }] });
    expect(held.author).toMatchObject({ id: guest.id, kind: 'guest' });
    await api().get(`/api/v1/comments/${held.id}`).expect(404);
    expect((await approve(held.id)).status).toBe(201);
    const shown = await api().get(`/api/v1/comments/${held.id}`).expect(200);
    expect(shown.body.author).toMatchObject({ kind: 'guest', username: null });
    const edited = await api()
      .patch(`/api/v1/comments/${held.id}`)
      .set({ ...guest.auth, 'if-match': `"${shown.body.version}"` })
      .send({ body: 'an advertisement' })
      .expect(200);
    expect(edited.body).toMatchObject({ status: 'held', hold: [{ rule: 'guest' }] });
    await api().delete(`/api/v1/comments/${held.id}`).set(guest.auth).expect(204);
  });

  it('take no name that speaks for the site or looks like an account', async () => {
    for (const reserved of ['Moderator', 'Админ']) await name(reserved).expect(422);
    const taken = await name(site.reader.username.toUpperCase()).expect(409);
    expect(taken.body.type).toBe('/problems/name-taken');
    expect(taken.body.errors).toMatchObject([{ pointer: '/displayName' }]);
    await name('Administrator').expect(422);
    await name('').expect(422);
    // Guests have no account, so two of them may share one name, like display names of members.
    await name('Anna').expect(201);
    await name('Anna').expect(201);
  });

  it('have nothing of an account', async () => {
    const guest = await beGuest(site.app);
    const comment = await say(site.app, site.reader, post.id, 'of an account');
    const current = 'correct horse battery';
    for (const [method, path, body] of [
      ['put', `comments/${comment.id}/vote`, { value: 1 }],
      ['post', `comments/${comment.id}/flags`, { reason: 'spam' }],
      ['post', `users/${site.reader.username}/flags`, { field: 'name', reason: 'spam' }],
      ['patch', 'users/me', { displayName: 'Another' }],
      ['put', 'users/me/email', { email: 'guest@example.org', current }],
      ['put', 'users/me/password', { current, password: 'another horse battery' }],
      ['put', 'users/me/preferences', {}],
      ['put', `users/me/ignored/${site.reader.username}`, undefined],
      ['get', 'users/me/ignored', undefined],
      ['delete', 'users/me/sessions', undefined],
      ['put', `posts/${post.id}/subscription`, { level: 'all' }],
      ['post', 'auth/oidc/link', { proof: 'x' }],
      ['post', 'users/me/guest', { token: guest.token }],
    ] as const) {
      const refused = await api()[method](`/api/v1/${path}`).set(guest.auth).send(body);
      expect([path, refused.status, refused.body.type]).toEqual([
        path,
        403,
        '/problems/account-required',
      ]);
    }
    const edit = await api()
      .patch(`/api/v1/comments/${comment.id}`)
      .set({ ...guest.auth, 'if-match': '"1"' })
      .send({ body: 'mine now' });
    expect([edit.status, edit.body.type]).toEqual([403, '/problems/not-your-comment']);
    await api().get('/api/v1/moderation/queue').set(guest.auth).expect(403);
    for (const change of [`role = 'moderator'`, `email = 'a@b.c'`, `password_hash = 'x'`])
      await expect(
        site.database.query(`update users set ${change} where id = $1`, [guest.id]),
      ).rejects.toThrow('users_guest_check');
  });

  it('are banned and renamed by moderators as accounts are', async () => {
    const guest = await beGuest(site.app);
    await write(guest, 'before').expect(202);
    const on = (input: object) => decide(site.app, site.editor, `users/${guest.id}`, input);
    const misnamed = await on({ action: 'rename', reason: 'offensive', username: 'guest.of.ours' });
    expect(misnamed.status).toBe(409);
    expect(
      (await on({ action: 'rename', reason: 'offensive', displayName: 'Somebody' })).status,
    ).toBe(201);
    expect((await on({ action: 'ban', reason: 'spam' })).status).toBe(201);
    await write(guest, 'after').expect(401);
  });

  it('come no more where the site stops to take them, but still delete what they wrote', async () => {
    const guest = await beGuest(site.app);
    const { body: held } = await write(guest, 'to be deleted').expect(202);
    const off = await site.start({ GUESTS: '' });
    const ways = await off.request.get('/api/v1/auth/ways').expect(200);
    expect(ways.body).toEqual({ guests: 'off', terms: null });
    const none = await off.request.post('/api/v1/auth/guest').send({ displayName: 'Anna' });
    expect([none.status, none.body.type]).toEqual([404, '/problems/sign-in-way-not-found']);
    const refused = await write(guest, 'one more', off).expect(403);
    expect(refused.body.type).toBe('/problems/guests-unwelcome');
    await off.request.delete(`/api/v1/comments/${held.id}`).set(guest.auth).expect(204);
  });

  it('are published at once where the site says so', async () => {
    const open = await site.start({ GUESTS: 'open' });
    await write(await beGuest(open), 'at once', open).expect(201);
  });

  it('are few from one network', async () => {
    const limited = await site.start({ RATE_LIMITS: 'on' });
    const ask = () => limited.request.post('/api/v1/auth/guest').send({ displayName: 'Anna' });
    let answer = await ask();
    for (let count = 0; count < 20 && answer.status === 201; count++) answer = await ask();
    expect([answer.status, answer.body.limit]).toEqual([429, 'guests']);
  });
});
