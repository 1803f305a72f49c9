import { expectProblem } from '../support/problems.js';
import { HOST_PRIVATE_KEY, hostToken, now, SSO_ENV } from '../support/host-tokens.js';
import type { Person, SignedIn } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

describe('a reader of the host site', () => {
  const site = useSite({
    env: { ...SSO_ENV, SSO_ROLES: 'admin' },
    people: { ada: 'admin', mod: 'moderator' },
  });
  let people = 0;
  const fresh = () => `host-${++people}`;
  const post = (token: string) => site.app.request.post('/api/v1/auth/sso').send({ token });
  const signIn = async (user: object, claims: object = {}): Promise<SignedIn> =>
    (await post(await hostToken({ ...claims, user })).expect(200)).body;
  const me = async ({ accessToken }: SignedIn) =>
    (
      await site.app.request
        .get('/api/v1/users/me')
        .set({ authorization: `Bearer ${accessToken}` })
        .expect(200)
    ).body;

  it('has an account from the first sign-in on, with the profile that the site says', async () => {
    const user = {
      id: fresh(),
      email: 'Vera@Example.org',
      username: 'vera.k',
      displayName: 'Вера К.',
      avatarUrl: 'https://www.example.org/vera.png',
      badges: ['Subscriber', 'Since 2019'],
    };
    const first = await signIn(user);
    expect(first).toMatchObject({
      user: { username: 'vera.k', displayName: 'Вера К.', role: 'member', kind: 'member' },
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresIn: 1800,
    });
    expect(await me(first)).toMatchObject({
      email: 'Vera@Example.org',
      avatarUrl: 'https://www.example.org/vera.png',
      badges: ['Subscriber', 'Since 2019'],
    });
    const again = await signIn(user);
    expect(again.user.id).toBe(first.user.id);
  });

  it('gets mails in the language of the browser that they first came with', async () => {
    const token = await hostToken({ user: { id: fresh() } });
    const visit = async (language: string) =>
      me((await post(token).set('accept-language', language).expect(200)).body);
    expect((await visit('lv-LV, en')).language).toBe('lv');
    expect((await visit('ru')).language).toBe('lv');
  });

  it('is known by issuer and subject alone, however the token is signed', async () => {
    const id = fresh();
    const [one, two, three] = [
      await signIn({ id }),
      (await post(await hostToken({ sub: id })).expect(200)).body as SignedIn,
      (
        await post(
          await hostToken(
            { sub: id },
            { header: { alg: 'EdDSA', kid: 'new' }, key: HOST_PRIVATE_KEY },
          ),
        ).expect(200)
      ).body as SignedIn,
    ];
    expect(new Set([one, two, three].map(({ user }) => user.id)).size).toBe(1);
    expect((await signIn({ id: 712 })).user.id).toBe((await signIn({ id: '712' })).user.id);
  });

  it('gets no account by an e-mail address: that stays with the account that has it', async () => {
    const { username } = site.mod;
    const email = `${username}@example.org`;
    const guest = await signIn({ id: fresh(), email, username: 'somebody' });
    expect(guest.user.id).not.toBe(site.mod.id);
    expect((await me(guest)).email).toBeNull();
    const login = { login: email, password: 'correct horse battery' };
    const owner = await site.app.request.post('/api/v1/auth/login').send(login).expect(200);
    expect(owner.body.user.id).toBe(site.mod.id);
  });

  it('gets the nearest name that is free, and none of the staff or the site', async () => {
    const names = async (user: object) => (await signIn({ id: fresh(), ...user })).user;
    expect(await names({ username: 'petra' })).toMatchObject({ username: 'petra' });
    expect(await names({ username: 'petra' })).toMatchObject({ username: 'petra2' });
    expect(await names({ username: 'PETRA' })).toMatchObject({ username: 'PETRA3' });
    expect(await names({ username: 'petra' })).toMatchObject({
      username: expect.stringMatching(/^petra\d{4}$/),
    });
    expect(await names({ username: 'Анна Каренина' })).toMatchObject({
      username: 'anna-karenina',
      displayName: 'Анна Каренина',
    });
    for (const name of ['Administrator', 'the moderators', 'support', '!', '管理员']) {
      const { username, displayName } = (await names({
        username: name,
        displayName: name,
      })) as unknown as Record<string, string>;
      expect(username).toMatch(/^reader-\d{6}$/);
      expect(displayName).toBe(username);
    }
    const shown = await names({ username: 'not-mod', displayName: site.mod.username });
    expect(shown).toMatchObject({ username: 'not-mod', displayName: 'not-mod' });
  });

  it('comments without an address, where addresses are to be confirmed', async () => {
    const strict = await site.start({ ...SSO_ENV, UNCONFIRMED_MAY_COMMENT: 'false' });
    const { id } = await createPost(strict, site.ada);
    const { accessToken } = await signIn({ id: fresh(), username: 'without.address' });
    await strict.request
      .post(`/api/v1/posts/${id}/comments`)
      .set('authorization', `Bearer ${accessToken}`)
      .send({ body: 'A comment.' })
      .expect(201);
  });

  it('is made once by sign-ins that come together', async () => {
    const token = await hostToken({ user: { id: fresh(), username: 'together' } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ body }) => body.user.id)).size).toBe(1);
  });

  it('is changed by newer tokens, and by no older one that is shown again', async () => {
    const id = fresh();
    const iat = now() - 100;
    const old = await hostToken({
      iat,
      user: { id, displayName: 'Old name', badges: ['old'], email: `${id}@old.example` },
    });
    const newer = await hostToken({
      iat: iat + 10,
      user: { id, displayName: 'New name', badges: [], email: `${id}@new.example` },
    });
    await post(old).expect(200);
    const changed: SignedIn = (await post(newer).expect(200)).body;
    const now1 = await me(changed);
    expect(now1).toMatchObject({
      displayName: 'New name',
      badges: [],
      email: `${id}@new.example`,
    });
    const replayed: SignedIn = (await post(old).expect(200)).body;
    expect(await me(replayed)).toEqual(now1);
    const timeless = await hostToken({ iat: undefined, user: { id, displayName: 'No time' } });
    expect(await me((await post(timeless).expect(200)).body)).toEqual(now1);
  });

  it('keeps what was changed here until the site says something else', async () => {
    const id = fresh();
    const iat = now() - 100;
    const said = { id, displayName: 'Said by the site' };
    const { accessToken } = await signIn(said, { iat });
    await site.app.request
      .patch('/api/v1/users/me')
      .set({ authorization: `Bearer ${accessToken}` })
      .send({ displayName: 'Chosen here' })
      .expect(200);
    expect((await me(await signIn(said, { iat: iat + 1 }))).displayName).toBe('Chosen here');
    const other = await signIn({ id, displayName: 'Said anew' }, { iat: iat + 2 });
    expect((await me(other)).displayName).toBe('Said anew');
  });

  it('leaves what another account has, and takes the rest', async () => {
    const id = fresh();
    const iat = now() - 100;
    await signIn({ id, email: `${id}@a.example`, displayName: 'Before' }, { iat });
    const mod = site.mod.username;
    const after = await signIn(
      { id, email: `${mod}@example.org`, displayName: mod, badges: ['new'] },
      { iat: iat + 1 },
    );
    expect(await me(after)).toMatchObject({ email: null, displayName: 'Before', badges: ['new'] });
  });

  it('takes the rest also where an account with a password keeps its address', async () => {
    const id = fresh();
    const iat = now() - 100;
    const email = `${id}@a.example`;
    await signIn({ id, email, badges: ['old'] }, { iat });
    await site.database.query(`update users set password_hash = 'some' where email = $1`, [email]);
    const taken = `${site.mod.username}@example.org`;
    const picture = 'https://pictures.example/new.png';
    const news = { id, email: taken, badges: ['new'], avatarUrl: picture };
    const after = await me(await signIn(news, { iat: iat + 1 }));
    expect(after).toMatchObject({
      email,
      emailVerified: true,
      badges: ['new'],
      avatarUrl: picture,
    });
  });

  it('has a role as high as the ceiling, and the last administrator keeps it', async () => {
    const id = fresh();
    const iat = now() - 100;
    const role = async (name: string, at: number) =>
      (await me(await signIn({ id, role: name }, { iat: iat + at }))).role;
    expect(await role('MODERATOR', 0)).toBe('moderator');
    expect(await role('COMMENTER', 1)).toBe('member');
    expect(await role('ADMIN', 2)).toBe('admin');
    const demote = (who: Person) =>
      site.app.request
        .put(`/api/v1/users/${who.username}/role`)
        .set(site.ada.auth)
        .send({ role: 'member' });
    // Only one of two administrators may lose the role, in whichever way.
    expect(await role('member', 3)).toBe('member');
    await demote(site.ada).expect(409);
    await site.database.query(`update users set role = 'member' where id = $1`, [site.ada.id]);
    await site.database.query(
      `update users set role = 'admin' where id = (select user_id from identities where subject = $1)`,
      [id],
    );
    expect(await role('commenter', 4)).toBe('admin');
    await site.database.query(`update users set role = 'admin' where id = $1`, [site.ada.id]);
    const node = await site.start({ SSO_ROLES: 'moderator' });
    const low = await hostToken({ user: { id: fresh(), role: 'admin' } });
    const capped = await node.request.post('/api/v1/auth/sso').send({ token: low }).expect(200);
    expect(capped.body.user.role).toBe('moderator');
    // Roles above the ceiling are not changed by the site.
    const high = await hostToken({ iat: iat + 50, user: { id, role: 'moderator' } });
    const kept = await node.request.post('/api/v1/auth/sso').send({ token: high }).expect(200);
    expect(kept.body.user.role).toBe('admin');
    const none = await site.start({ SSO_ROLES: '' });
    const plain = await hostToken({ user: { id: fresh(), role: 'admin' } });
    const member = await none.request.post('/api/v1/auth/sso').send({ token: plain }).expect(200);
    expect(member.body.user.role).toBe('member');
  });

  it('stays banned, and raises no role by it', async () => {
    const id = fresh();
    const iat = now() - 100;
    const first = await signIn({ id }, { iat });
    await site.app.request
      .post(`/api/v1/moderation/users/${first.user.id}/decisions`)
      .set(site.ada.auth)
      .send({ action: 'ban', reason: 'spam' })
      .expect(201);
    const again = await signIn({ id, role: 'moderator' }, { iat: iat + 1 });
    expect(await me(again)).toMatchObject({ standing: 'banned', role: 'member' });
    const { id: postId } = await createPost(site.app, site.mod);
    await site.app.request
      .post(`/api/v1/posts/${postId}/comments`)
      .set({ authorization: `Bearer ${again.accessToken}` })
      .send({ body: 'Here I am again' })
      .expect(403);
  });

  it('is 404 where the site signs nobody in', async () => {
    const node = await site.start({ SSO_KEYS: '', SSO_ISSUER: '' });
    const token = await hostToken({ sub: 'x' });
    for (const path of ['sso', 'sso/verify']) {
      const answer = await node.request.post(`/api/v1/auth/${path}`).send({ token });
      expectProblem({ ...answer, status: answer.status }, 404, { slug: 'sign-in-way-not-found' });
    }
  });
});
