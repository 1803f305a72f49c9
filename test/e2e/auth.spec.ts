import { once } from 'node:events';
import { SignalTail } from '../../src/events/signals.js';
import { hash } from '@node-rs/argon2';
import { SignJWT } from 'jose';
import { hkdfSync } from 'node:crypto';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
const PASSWORD = 'correct horse battery staple';

interface SignedIn {
  user: { id: string; username: string };
  accessToken: string;
  refreshToken: string;
}

describe('accounts and sessions', () => {
  let database: TestDatabase;
  let service: TestApp;
  let people = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    service = await createTestApp(database, {
      AUTH_SECRET: SECRET,
      PUBLIC_URL: 'https://talk.example.org',
    });
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
  });

  const post = (path: string, body: object) =>
    service.request.post(`/api/v1/auth/${path}`).send(body);
  const refresh = (refreshToken: string) => post('refresh', { refreshToken });
  const bearer = (token: string): [string, string] => ['authorization', `Bearer ${token}`];
  const getMe = (token: string) => service.request.get('/api/v1/users/me').set(...bearer(token));

  /** Somebody new; each has a name of their own. */
  async function join(more: object = {}): Promise<SignedIn> {
    const letters = String(people).replace(/\d/g, (digit) => 'abcdefghjk'[Number(digit)]);
    const username = `person-${letters}`;
    people += 1;
    const account = { email: `${username}@example.org`, username, password: PASSWORD, ...more };
    return (await post('register', account).expect(201)).body;
  }

  /** What the database says of the session of some tokens. */
  async function sessionOf({ user }: SignedIn) {
    const [session] = await database.query<{ revoked_because: string | null; generation: number }>(
      'select revoked_because, generation from sessions where user_id = $1',
      [user.id],
    );
    return session;
  }

  /** Changes an account behind the service's back, but lets its nodes hear of it. */
  const setUser = async ({ user }: SignedIn, change: string) => {
    await database.query(`update users set ${change} where id = $1`, [user.id]);
    const tail = service.app.get(SignalTail, { strict: false });
    const heard = once(tail.signals, 'signal');
    await database.query(`insert into signals (type, user_id) values ('user.changed', $1)`, [
      user.id,
    ]);
    await heard;
  };

  describe('registration', () => {
    it('makes an account and signs it in', async () => {
      const answer = await post('register', {
        email: 'Katrina@Example.org',
        username: 'Katrina.K',
        password: PASSWORD,
        displayName: 'Ka\u0304trina',
      }).expect(201);
      expect(answer.body).toEqual({
        user: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          username: 'Katrina.K',
          displayName: 'K\u0101trina',
          avatarUrl: null,
          role: 'member',
          kind: 'member',
        },
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 1800,
      });
      expect(answer.headers['cache-control']).toBe('no-store');
      const me = await getMe(answer.body.accessToken).expect(200);
      expect(me.body).toEqual({
        ...answer.body.user,
        email: 'Katrina@Example.org',
        bio: '',
        standing: 'active',
        standingUntil: null,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      });
    });

    it.each([
      ['an e-mail address that is none', '/email', { email: 'nobody' }],
      ['a user name with a space', '/username', { username: 'no spaces' }],
      ['a user name of dots', '/username', { username: '...' }],
      ['a user name of staff', '/username', { username: 'admin' }],
      ['a short password', '/password', { password: 'short' }],
      ['a password of 1025 bytes', '/password', { password: 'x'.repeat(1025) }],
      ['an invisible character', '/displayName', { displayName: 'Anna\u200b' }],
      ['a change of direction', '/displayName', { displayName: '\u202eanna' }],
      ['a name of staff', '/displayName', { displayName: 'Moderator' }],
      ['a name that is null', '/displayName', { displayName: null }],
      ['a role', '/role', { role: 'admin' }],
      ['a standing', '/standing', { standing: 'active' }],
      ['an id', '/id', { id: '018f0000-0000-7000-8000-000000000000' }],
    ])('refuses %s without repeating it', async (_, pointer, bad) => {
      const account = { email: 'new@example.org', username: 'newcomer', password: PASSWORD };
      const answer = await post('register', { ...account, ...bad }).expect(422);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
        pointer,
      ]);
      expect(JSON.stringify([answer.body.detail, answer.body.errors])).not.toContain(
        String(Object.values(bad)[0]),
      );
    });

    it('answers 409 with the pointer of what is taken', async () => {
      const anna = await join();
      const email = `${anna.user.username}@example.org`;
      const account = { email: 'other@example.org', username: 'other', password: PASSWORD };
      for (const [pointer, taken] of [
        ['/email', { email: email.toUpperCase() }],
        ['/username', { username: anna.user.username.toUpperCase() }],
        ['/displayName', { displayName: anna.user.username.replace('o', '\u043e') }],
      ] as const) {
        const answer = await post('register', { ...account, ...taken }).expect(409);
        expect(answer.body.errors).toMatchObject([{ pointer }]);
      }
    });

    it('of one name by many at once makes one account', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          post('register', {
            email: `racer${i}@example.org`,
            username: i % 2 ? 'Racer' : 'racer',
            password: PASSWORD,
          }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(9);
      expect(
        await database.query(`select 1 from users where lower(username) = 'racer'`),
      ).toHaveLength(1);
    });
  });

  describe('logging in', () => {
    it('takes the user name or the e-mail address, without case', async () => {
      const { user } = await join();
      for (const login of [
        user.username,
        user.username.toUpperCase(),
        `${user.username}@EXAMPLE.org`,
      ]) {
        const answer = await post('login', { login, password: PASSWORD }).expect(200);
        expect(answer.body.user).toEqual(user);
      }
    });

    it('answers the same to a wrong password, an unknown account and an impossible one', async () => {
      const { user } = await join();
      const attempts = [
        { login: user.username, password: 'wrong password' },
        { login: user.username, password: 'x' },
        { login: 'unknown', password: PASSWORD },
        { login: 'unknown@example.org', password: PASSWORD },
        { login: 'not @ login', password: PASSWORD },
      ];
      const answers = await Promise.all(attempts.map((attempt) => post('login', attempt)));
      const told = answers.map(({ status, body }) => ({
        status,
        ...body,
        instance: null,
        requestId: null,
      }));
      for (const answer of told) expect(answer).toEqual(told[0]);
      expect(told[0]).toMatchObject({ status: 401, type: '/problems/invalid-credentials' });
    });

    it('hashes the password anew when the parameters have changed', async () => {
      const anna = await join();
      const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
      await setUser(anna, `password_hash = '${weak}'`);
      const login = { login: anna.user.username, password: PASSWORD };
      await post('login', login).expect(200);
      const [{ password_hash }] = await database.query<{ password_hash: string }>(
        'select password_hash from users where id = $1',
        [anna.user.id],
      );
      expect(password_hash).toContain('m=19456,t=2,p=1');
      await post('login', login).expect(200);
    });
  });

  describe('a refresh token', () => {
    it('is taken once and answered with its successor', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken).expect(200)).body;
      expect(second.user).toEqual(first.user);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      await getMe(second.accessToken).expect(200);
      const third = (await refresh(second.refreshToken).expect(200)).body;
      expect(third.refreshToken).not.toBe(second.refreshToken);
    });

    it('gets the same successor again while that is unused', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken).expect(200)).body;
      const again = (await refresh(first.refreshToken).expect(200)).body;
      expect(again.refreshToken).toBe(second.refreshToken);
      await refresh(second.refreshToken).expect(200);
    });

    it('presented by many at once gets one successor', async () => {
      const first = await join();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => refresh(first.refreshToken)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
      expect(await sessionOf(first)).toEqual({ revoked_because: null, generation: 2 });
    });

    it('whose successor was used ends the whole session', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken)).body;
      const third = (await refresh(second.refreshToken)).body;
      const reuse = await refresh(first.refreshToken).expect(401);
      expect(reuse.body.type).toBe('/problems/refresh-token-reused');
      await refresh(third.refreshToken).expect(401);
      await getMe(third.accessToken).expect(401);
      expect(await sessionOf(first)).toMatchObject({ revoked_because: 'reuse' });
      expect(
        await database.query('select type from signals where user_id = $1', [first.user.id]),
      ).toEqual([{ type: 'session.revoked' }]);
    });

    it('ends the session when it comes again after 10 seconds', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken)).body;
      await database.query(
        `update sessions set rotated_at = now() - interval '11 seconds' where user_id = $1`,
        [first.user.id],
      );
      await refresh(first.refreshToken).expect(401);
      await refresh(second.refreshToken).expect(401);
    });

    it('leaves the other sessions of its user alone', async () => {
      const first = await join();
      const other = (await post('login', { login: first.user.username, password: PASSWORD })).body;
      const second = (await refresh(first.refreshToken)).body;
      await refresh(second.refreshToken);
      await refresh(first.refreshToken).expect(401);
      await getMe(other.accessToken).expect(200);
      await refresh(other.refreshToken).expect(200);
    });

    it('is worth nothing after 30 days without use', async () => {
      const first = await join();
      const [{ days }] = await database.query<{ days: number }>(
        `select extract(day from expires_at - rotated_at)::int as days from sessions where user_id = $1`,
        [first.user.id],
      );
      expect(days).toBe(30);
      await database.query('update sessions set expires_at = now() where user_id = $1', [
        first.user.id,
      ]);
      await refresh(first.refreshToken).expect(401);
      await getMe(first.accessToken).expect(401);
    });

    it('that is none of ours is refused', async () => {
      const { refreshToken, accessToken } = await join();
      const turned =
        refreshToken.slice(0, 40) + (refreshToken[40] === 'A' ? 'B' : 'A') + refreshToken.slice(41);
      for (const token of ['', 'x', accessToken, turned, refreshToken.slice(1)]) {
        const answer = await refresh(token).expect(401);
        expect(answer.body.type).toBe('/problems/invalid-refresh-token');
      }
      await refresh(refreshToken).expect(200);
    });
  });

  describe('logging out', () => {
    it('ends the session, and may be repeated', async () => {
      const anna = await join();
      const logout = () =>
        service.request.post('/api/v1/auth/logout').set(...bearer(anna.accessToken));
      await logout().expect(204);
      await logout().expect(204);
      await getMe(anna.accessToken).expect(401);
      await refresh(anna.refreshToken).expect(401);
      expect(
        await database.query('select type from signals where user_id = $1', [anna.user.id]),
      ).toEqual([{ type: 'session.revoked' }]);
    });

    it('asks for a token', async () => {
      await service.request.post('/api/v1/auth/logout').expect(401);
    });
  });

  describe('an access token', () => {
    const key = Buffer.from(hkdfSync('sha256', SECRET, '', 'colloquy access tokens v1', 32));

    function sign(
      claims: object,
      header: object = {},
      signedWith: Uint8Array = key,
    ): Promise<string> {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: 'colloquy',
        aud: 'colloquy',
        iat: now,
        exp: now + 60,
        ...claims,
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
        .sign(signedWith);
    }

    it('that is forged is refused everywhere, and one made like ours is not', async () => {
      const anna = await join();
      const [{ id: sid }] = await database.query<{ id: string }>(
        'select id from sessions where user_id = $1',
        [anna.user.id],
      );
      const other = await join();
      const own = { sub: anna.user.id, sid };
      await getMe(await sign(own)).expect(200);
      const [, payload] = (await sign(own)).split('.');
      const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
      const forged = [
        `${none}.${payload}.`,
        await sign(own, {}, Buffer.from(SECRET)),
        await sign({ ...own, aud: 'other' }),
        await sign({ ...own, iss: 'https://evil.example.org' }),
        await sign(own, { typ: 'JWT' }),
        await sign({ ...own, exp: Math.floor(Date.now() / 1000) - 1 }),
        await sign({ ...own, sub: other.user.id }),
        await sign({ sub: anna.user.id }),
        anna.refreshToken,
      ];
      for (const token of forged) {
        await getMe(token).expect(401);
        const answer = await service.request
          .get(`/api/v1/users/${anna.user.username}`)
          .set(...bearer(token))
          .expect(401);
        expect(answer.headers['www-authenticate']).toBe('Bearer');
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
    });

    it('under another scheme, or under none, is refused also where guests may read', async () => {
      const { user, accessToken } = await join();
      const path = `/api/v1/users/${user.username}`;
      await service.request.get(path).expect(200);
      await service.request
        .get(path)
        .set(...bearer(accessToken))
        .expect(200);
      for (const header of [
        'Basic YTpi',
        accessToken,
        'Bearer',
        'Bearer ',
        `Token ${accessToken}`,
      ]) {
        await service.request.get(path).set('authorization', header).expect(401);
      }
    });

    it('has the role and standing that the database says now', async () => {
      const [anna, kitty] = [await join(), await join()];
      const give = (token: string) =>
        service.request
          .put(`/api/v1/users/${kitty.user.username}/role`)
          .set(...bearer(token))
          .send({ role: 'moderator' });
      await service.request.put('/api/v1/users/x/role').send({ role: 'admin' }).expect(401);
      await give(anna.accessToken).expect(403);
      await setUser(anna, `role = 'admin'`);
      expect((await give(anna.accessToken).expect(200)).body).toMatchObject({
        id: kitty.user.id,
        role: 'moderator',
      });
      await setUser(anna, `role = 'moderator'`);
      await give(anna.accessToken).expect(403);
    });

    it('of a deleted account opens nothing', async () => {
      const anna = await join();
      await database.query('delete from users where id = $1', [anna.user.id]);
      await getMe(anna.accessToken).expect(401);
      await refresh(anna.refreshToken).expect(401);
    });

    it('of a banned account opens its own data and signing in and out, and nothing else', async () => {
      const [anna, kitty] = [await join(), await join()];
      await setUser(anna, `standing = 'banned'`);
      expect((await getMe(anna.accessToken).expect(200)).body.standing).toBe('banned');
      const closed = await service.request
        .get(`/api/v1/users/${kitty.user.username}`)
        .set(...bearer(anna.accessToken))
        .expect(403);
      expect(closed.body.type).toBe('/problems/banned');
      await service.request.get(`/api/v1/users/${anna.user.username}`).expect(404);
      const login = { login: anna.user.username, password: PASSWORD };
      const again: SignedIn = (await post('login', login).expect(200)).body;
      await refresh(again.refreshToken).expect(200);
      await service.request
        .post('/api/v1/auth/logout')
        .set(...bearer(again.accessToken))
        .expect(204);
    });
  });

  describe('a profile', () => {
    it('is shown to everybody without what is private', async () => {
      const { user } = await join();
      const answer = await service.request
        .get(`/api/v1/users/${user.username.toUpperCase()}`)
        .expect(200);
      expect(answer.body).toEqual({ ...user, bio: '', createdAt: expect.any(String) });
    });

    it.each([
      ['an unknown name', 'nobody-here'],
      ['a short one', 'x'],
      ['one in Cyrillic', '%D0%B0%D0%BD%D0%BD%D0%B0'],
      ['one of 200 letters', 'a'.repeat(200)],
    ])('of nobody is 404: %s', async (_, username) => {
      await service.request.get(`/api/v1/users/${username}`).expect(404);
    });

    it('is changed by its owner, field by field', async () => {
      const anna = await join();
      const change = (body: object) =>
        service.request
          .patch('/api/v1/users/me')
          .set(...bearer(anna.accessToken))
          .send(body);
      const bio = 'Reads.\n\nWrites.';
      expect((await change({ bio }).expect(200)).body).toMatchObject({ ...anna.user, bio });
      const renamed = await change({ displayName: 'Анна Аркадьевна' }).expect(200);
      expect(renamed.body).toMatchObject({ displayName: 'Анна Аркадьевна', bio });
      expect((await getMe(anna.accessToken)).body).toEqual(renamed.body);
      await change({ bio: 'x'.repeat(501) }).expect(422);
      await change({ displayName: null }).expect(422);
      await change({ role: 'admin' }).expect(422);
      await change({ email: 'other@example.org' }).expect(422);
      await service.request.patch('/api/v1/users/me').send({ bio }).expect(401);
    });

    it('changed twice with one idempotency key is changed once', async () => {
      const anna = await join();
      const change = (bio: string) =>
        service.request
          .patch('/api/v1/users/me')
          .set(...bearer(anna.accessToken))
          .set('idempotency-key', 'one')
          .send({ bio });
      const first = await change('first').expect(200);
      expect((await change('first').expect(200)).text).toBe(first.text);
      await change('second').expect(422);
      expect((await getMe(anna.accessToken)).body.bio).toBe('first');
    });
  });
});
