import { AccountRepair } from '../../src/auth/identity/account-repair.js';
import { expectProblem } from '../support/problems.js';
import { CodeApp } from '../support/factors.js';
import { HOST, TALK } from '../support/host-tokens.js';
import { OidcSite } from '../support/oidc-site.js';
import { mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const CALLBACK = '/api/v1/auth/oidc/test/callback';
const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'another battery staple';

type Message = { type: string; refreshToken?: string; proof?: string; challenge?: string };

describe('signing in by OpenID Connect', () => {
  let provider: OidcSite;
  let other: OidcSite;
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    [provider, other, database] = await Promise.all([
      OidcSite.start(TALK + CALLBACK),
      OidcSite.start(`${TALK}/api/v1/auth/oidc/other/callback`),
      createTestDatabase(),
    ]);
    app = await createTestApp(database, {
      PUBLIC_URL: TALK,
      SITE_ORIGINS: HOST,
      OIDC_PROVIDERS: `${provider.entry('test', 'Tests')} ${other.entry('other')}`,
    });
  });
  afterAll(async () => {
    await app.close();
    provider.stop();
    other.stop();
    await database.drop();
  });

  const start = async (query: object = {}, id = 'test') => {
    const answer = await app.request
      .get(`/api/v1/auth/oidc/${id}/start`)
      .query({ origin: HOST, ...query });
    const [cookie] = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [''];
    return { answer, location: answer.headers.location, cookie };
  };

  const visit = (location: string) => provider.visit(location, TALK);
  const finish = (path: string, cookie: string) =>
    app.request.get(path).set({ cookie: cookie.split(';', 1)[0] });
  const said = (text: string): { message: Message; origin: string } | null => {
    const [, json] = /id="said">([^]*?)<\/script/.exec(text) ?? [];
    return json ? JSON.parse(json) : null;
  };
  const signIn = async (account: string, query: object = {}) => {
    provider.account = account;
    const { location, cookie } = await start(query);
    const page = await finish(await visit(location), cookie);
    expect(page.status).toBe(200);
    return said(page.text)!;
  };
  const askToLink = (auth: object, body: object) =>
    app.request
      .post('/api/v1/auth/oidc/link')
      .set(auth as Record<string, string>)
      .send(body);
  const post = (path: string, body: object) => app.request.post(`/api/v1/auth/${path}`).send(body);
  const tokenTo = async (email: string, subject: string) =>
    tokenIn(await mailTo(app, email, subject));
  const userOf = async ({ message }: { message: Message }) => {
    const { refreshToken } = message;
    const answer = await app.request.post('/api/v1/auth/refresh').send({ refreshToken });
    expect(answer.status).toBe(200);
    const authorization = `Bearer ${answer.body.accessToken}`;
    return (await app.request.get('/api/v1/users/me').set({ authorization }).expect(200)).body;
  };

  it('asks with a code, a state, a nonce and a proof of the key', async () => {
    const { answer, location, cookie } = await start();
    expect(answer.status).toBe(302);
    const { origin, searchParams } = new URL(location);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'colloquy',
      response_type: 'code',
      redirect_uri: TALK + CALLBACK,
      scope: 'openid profile email',
      state: expect.stringMatching(/^.{40,}$/),
      nonce: expect.stringMatching(/^.{40,}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: 'S256',
    });
    expect(cookie).toMatch(
      /^__Secure-colloquy-oidc=[\w.-]+; Max-Age=600; Path=\/api\/v1\/auth\/oidc; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookie).not.toContain(searchParams.get('state'));
  });

  it('makes an account, known by issuer and subject, and hands its session to the exact page', async () => {
    provider.claims.set('alice', {
      name: 'Alise B.',
      preferred_username: 'alise',
      email: 'alise@example.org',
      email_verified: true,
    });
    const first = await signIn('alice');
    expect(first).toEqual({
      origin: HOST,
      message: { type: 'colloquy:signed-in', refreshToken: expect.any(String) },
    });
    const user = await userOf(first);
    expect(user).toMatchObject({
      username: 'alise',
      displayName: 'Alise B.',
      email: 'alise@example.org',
      role: 'member',
    });
    provider.claims.set('alice', { name: 'Another name' });
    expect(await userOf(await signIn('alice'))).toEqual(user);
    expect(
      await database.query('select issuer, subject from identities where user_id = $1', [user.id]),
    ).toEqual([{ issuer: provider.issuer, subject: 'alice' }]);
  });

  it('takes no address that the provider has not checked, nor the account of one that it has', async () => {
    const member = await register(app);
    const email = `${member.username}@example.org`;
    const token = await tokenTo(email, SUBJECTS.confirm);
    await post('verify-email', { token }).expect(200);
    for (const [account, email_verified] of [
      ['unchecked', false],
      ['checked', true],
    ] as const) {
      provider.claims.set(account, { email, email_verified });
      const user = await userOf(await signIn(account));
      expect(user.id).not.toBe(member.id);
      expect(user.email).toBeNull();
    }
  });

  it('has an address that the provider has checked, where another account never confirmed it', async () => {
    const member = await register(app);
    const email = `${member.username}@example.org`;
    provider.claims.set('owner', { email, email_verified: true });
    expect((await userOf(await signIn('owner'))).email).toBe(email);
    const theirs = await app.request.get('/api/v1/users/me').set(member.auth).expect(200);
    expect(theirs.body).toMatchObject({ email: null, emailVerified: false });
  });

  it('is linked to an account by the member who is signed in, and to one alone', async () => {
    const [anna, petr] = [await register(app), await register(app)];
    const linked = await signIn('anna-elsewhere', { purpose: 'link' });
    expect(linked.message).toEqual({ type: 'colloquy:identity', proof: expect.any(String) });
    const link = (auth: object, proof = linked.message.proof) =>
      askToLink(auth, { proof, current: PASSWORD });
    await link({}).expect(401);
    await link(anna.auth).expect(204);
    await link(anna.auth).expect(204);
    const taken = await link(petr.auth);
    expectProblem({ ...taken, status: taken.status }, 409, { slug: 'identity-taken' });
    expect((await userOf(await signIn('anna-elsewhere'))).id).toBe(anna.id);
    const { cookie } = await start();
    for (const proof of ['', 'x.y.z', anna.token, cookie.split(/[=;]/)[1]]) {
      const refused = await link(petr.auth, proof);
      expectProblem({ ...refused, status: refused.status }, 403, {
        slug: 'invalid-identity-proof',
      });
    }
  });

  it('is linked to an account that has a password by who knows it, and to any other by its holder', async () => {
    const anna = await register(app);
    const { proof } = (await signIn('anna-asks', { purpose: 'link' })).message;
    for (const current of [undefined, '', 'wrong', 'x'.repeat(5_000)]) {
      const refused = await askToLink(anna.auth, { proof, current });
      expectProblem({ ...refused, status: refused.status }, 403, { slug: 'wrong-password' });
    }
    await askToLink(anna.auth, { proof, current: PASSWORD }).expect(204);
    const { refreshToken } = (await signIn('petr-alone')).message;
    const { body } = await app.request.post('/api/v1/auth/refresh').send({ refreshToken });
    const auth = { authorization: `Bearer ${body.accessToken}` };
    const more = (await signIn('petr-elsewhere', { purpose: 'link' })).message;
    const open = (sign: string) =>
      database.query(
        `update sessions set created_at = created_at ${sign} interval '11 minutes' where user_id = $1`,
        [body.user.id],
      );
    await open('-');
    const late = await askToLink(auth, { proof: more.proof });
    expectProblem(late, 403, { slug: 'fresh-sign-in-required' });
    await open('+');
    await askToLink(auth, { proof: more.proof }).expect(204);
    expect((await userOf(await signIn('petr-elsewhere'))).id).toBe(body.user.id);
  });

  describe('once it was linked, opens the account no more', () => {
    const ways: [string, (anna: Person, email: string) => Promise<unknown>][] = [
      [
        'the password was changed',
        ({ auth }) => {
          const change = { current: PASSWORD, password: NEW_PASSWORD };
          return app.request.put('/api/v1/users/me/password').set(auth).send(change).expect(204);
        },
      ],
      [
        'the password was chosen anew',
        async (_, email) => {
          await post('forgot-password', { email }).expect(202);
          const token = await tokenTo(email, SUBJECTS.reset);
          await post('reset-password', { token, password: NEW_PASSWORD }).expect(200);
        },
      ],
      [
        'the address was taken back',
        async ({ auth }, email) => {
          const change = { email: `of-${email}`, current: PASSWORD };
          await app.request.put('/api/v1/users/me/email').set(auth).send(change).expect(202);
          const token = await tokenTo(change.email, SUBJECTS.change);
          await post('verify-email', { token }).expect(200);
          const back = await tokenTo(email, SUBJECTS.takeBack);
          await post('email/take-back', { token: back }).expect(200);
        },
      ],
      [
        'an operator gave a password',
        ({ username }) => app.app.get(AccountRepair, { strict: false }).renewPassword(username),
      ],
    ];

    it.each(ways)('after %s', async (way, go) => {
      const anna = await register(app);
      const { proof } = (await signIn(way, { purpose: 'link' })).message;
      await askToLink(anna.auth, { proof, current: PASSWORD }).expect(204);
      expect((await userOf(await signIn(way))).id).toBe(anna.id);
      await go(anna, `${anna.username}@example.org`);
      expect((await userOf(await signIn(way))).id).not.toBe(anna.id);
    });

    it('but the one that the account was made with does', async () => {
      const email = 'made-elsewhere@example.org';
      provider.claims.set('made-elsewhere', { email, email_verified: true });
      const made = await userOf(await signIn('made-elsewhere'));
      await post('forgot-password', { email }).expect(202);
      const token = await tokenTo(email, SUBJECTS.reset);
      await post('reset-password', { token, password: NEW_PASSWORD }).expect(200);
      expect((await userOf(await signIn('made-elsewhere'))).id).toBe(made.id);
    });
  });

  it('hands over a challenge where the account has a second step, which a code goes on with', async () => {
    provider.claims.set('bella', { preferred_username: 'bella' });
    const { refreshToken } = (await signIn('bella')).message;
    const call = (path: string, body: object, token?: string) => {
      const asked = app.request.post(`/api/v1/auth/${path}`).send(body);
      return token ? asked.set('authorization', `Bearer ${token}`) : asked;
    };
    const { accessToken } = (await call('refresh', { refreshToken }).expect(200)).body;
    const { secret } = (await call('totp/begin', {}, accessToken).expect(200)).body;
    const codes = new CodeApp(secret);
    await call('totp/confirm', { code: codes.code() }, accessToken).expect(200);
    const { message, origin } = await signIn('bella');
    expect({ message, origin }).toEqual({
      origin: HOST,
      message: { type: 'colloquy:second-factor', challenge: expect.any(String) },
    });
    const step = { challenge: message.challenge, code: codes.code(1) };
    const { body } = await call('totp/verify', step).expect(200);
    expect(body.user.username).toBe('bella');
  });

  it('fails where the answer is not of this visit', async () => {
    provider.account = 'mallory';
    const [mine, hers] = [await start(), await start()];
    const [back, hersBack] = [await visit(mine.location), await visit(hers.location)];
    const elsewhere = back.replace('/test/', '/other/');
    const before = await database.query('select count(*)::int as rows from sessions');
    for (const [path, cookie] of [
      [back, ''],
      [back, hers.cookie],
      [back, `${mine.cookie.split(';', 1)[0]}x`],
      [elsewhere, mine.cookie],
      [back.replace(/state=[^&]+/, 'state=x'), mine.cookie],
      [back.replace(/code=[^&]+/, 'code=x'), mine.cookie],
      [
        hersBack.replace(/state=[^&]+/, new URL(TALK + back).search.match(/state=[^&]+/)![0]),
        mine.cookie,
      ],
      [back.replace(/iss=[^&]+/, `iss=${encodeURIComponent(other.issuer)}`), mine.cookie],
      [`${CALLBACK}?error=access_denied`, mine.cookie],
      [CALLBACK, mine.cookie],
    ]) {
      const page = await finish(path, cookie);
      expect(page.status).toBe(400);
      expect(page.text).not.toMatch(/refreshToken|mallory/);
    }
    expect(await database.query('select count(*)::int as rows from sessions')).toEqual(before);
    // A code is taken once.
    const fresh = await start();
    const way = await visit(fresh.location);
    await finish(way, fresh.cookie).expect(200);
    await finish(way, fresh.cookie).expect(400);
  });

  it('says that it failed where the reader was refused there', async () => {
    provider.account = null;
    const { location, cookie } = await start();
    const page = await finish(await visit(location), cookie).expect(400);
    expect(said(page.text)).toEqual({ origin: HOST, message: { type: 'colloquy:sign-in-failed' } });
  });

  it('has a page that runs its own script alone, in no frame, and is kept by nobody', async () => {
    const page = await finish(CALLBACK, '').set('accept-language', 'lv-LV, en').expect(400);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const policy = page.headers['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-\S{44}'; style-src 'sha256-/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|self/);
    expect(page.text).toContain('<html lang="lv">');
    expect(page.text).not.toContain('<script');
  });

  it.each([
    ['de,ru;q=0.9', 'ru'],
    ['de, en;q=0.2, lv;q=0.8', 'lv'],
    ['de', 'en'],
  ])(
    'has its page in the language that a browser likes best of ours: %s',
    async (header, language) => {
      const page = await finish(CALLBACK, '').set('accept-language', header).expect(400);
      expect(page.text).toContain(`<html lang="${language}">`);
    },
  );

  it('leads nowhere but to the provider, for pages of the site alone', async () => {
    for (const origin of [
      'https://evil.example',
      `${HOST}.evil.example`,
      `${HOST}/`,
      'null',
      '*',
      '',
      'javascript:alert(1)',
    ]) {
      const { answer } = await start({ origin });
      expectProblem({ ...answer, status: answer.status }, 422, { slug: 'invalid-input' });
    }
    const { answer } = await start({}, 'google');
    expectProblem({ ...answer, status: answer.status }, 404, { slug: 'sign-in-way-not-found' });
    const listed = await app.request.get('/api/v1/auth/oidc').expect(200);
    expect(listed.body).toEqual({
      items: [
        { id: 'test', name: 'Tests' },
        { id: 'other', name: 'Test' },
      ],
    });
  });
});
