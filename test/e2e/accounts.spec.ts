import { hash } from '@node-rs/argon2';
import { Passwords } from '../../src/auth/passwords/passwords.js';
import { Accounts, PASSWORD } from '../support/accounts.js';
import { expectRefused } from '../support/factors.js';

describe('accounts', () => {
  const accounts = new Accounts();
  const { bearer, getMe, join, post, setUser } = accounts;
  beforeAll(() => accounts.open());
  afterAll(() => accounts.close());

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
          badges: [],
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
        emailVerified: false,
        emailUndeliverable: false,
        language: 'en',
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
        await accounts.database.query(`select 1 from users where lower(username) = 'racer'`),
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
      const [{ password_hash }] = await accounts.database.query<{ password_hash: string }>(
        'select password_hash from users where id = $1',
        [anna.user.id],
      );
      const { memoryCost, timeCost } = accounts.service.app.get(Passwords, {
        strict: false,
      }).parameters;
      expect(password_hash).toContain(`m=${memoryCost},t=${timeCost},p=1`);
      await post('login', login).expect(200);
    });

    it('is let in by the right password, whether the new hash can be kept or not', async () => {
      const anna = await join();
      const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
      await setUser(anna, `password_hash = '${weak}'`);
      await accounts.database.query(
        `create function keep_hash() returns trigger language plpgsql as
         $$ begin raise exception 'kept'; end $$;
         create trigger keep_hash before update of password_hash on users execute function keep_hash()`,
      );
      try {
        await post('login', { login: anna.user.username, password: PASSWORD }).expect(200);
      } finally {
        await accounts.database.query('drop function keep_hash cascade');
      }
    });
  });

  describe('a profile', () => {
    it('is shown to everybody without what is private', async () => {
      const { user } = await join();
      const answer = await accounts.service.request
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
      await accounts.service.request.get(`/api/v1/users/${username}`).expect(404);
    });

    it('is changed by its owner, field by field', async () => {
      const anna = await join();
      const change = (body: object) =>
        accounts.service.request
          .patch('/api/v1/users/me')
          .set(...bearer(anna.accessToken))
          .send(body);
      const bio = 'Reads.\n\nWrites.';
      expect((await change({ bio }).expect(200)).body).toMatchObject({ ...anna.user, bio });
      const renamed = await change({ displayName: 'Анна Аркадьевна' }).expect(200);
      expect(renamed.body).toMatchObject({ displayName: 'Анна Аркадьевна', bio });
      expect((await getMe(anna.accessToken)).body).toEqual(renamed.body);
      expect((await change({ language: 'lv' }).expect(200)).body).toEqual({
        ...renamed.body,
        language: 'lv',
      });
      expect((await change({ bio }).expect(200)).body.language).toBe('lv');
      for (const language of ['de', 'LV', 'lv-LV', '', null])
        await change({ language }).expect(422);
      await change({ bio: 'x'.repeat(501) }).expect(422);
      await change({ displayName: null }).expect(422);
      await change({ role: 'admin' }).expect(422);
      await change({ email: 'other@example.org' }).expect(422);
      await accounts.service.request.patch('/api/v1/users/me').send({ bio }).expect(401);
    });

    it('of a suspended account keeps all but the language of mails, of a banned one that, too', async () => {
      const anna = await join();
      const change = (body: object) =>
        accounts.service.request
          .patch('/api/v1/users/me')
          .set(...bearer(anna.accessToken))
          .send(body);
      await setUser(anna, `standing = 'suspended', standing_until = now() + interval '1 day'`);
      expect((await change({ language: 'ru' }).expect(200)).body.language).toBe('ru');
      const seen = { language: 'lv', bio: 'Still here.' };
      for (const body of [seen, { displayName: 'Anna' }, {}])
        expectRefused(await change(body), 403, 'account-suspended');
      expect((await getMe(anna.accessToken)).body).toMatchObject({ language: 'ru', bio: '' });
      await setUser(anna, `standing = 'banned', standing_until = null`);
      expectRefused(await change({ language: 'lv' }), 403, 'banned');
    });

    it('changed twice with one idempotency key is changed once', async () => {
      const anna = await join();
      const change = (bio: string) =>
        accounts.service.request
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
