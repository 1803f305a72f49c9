import { expectProblem } from '../support/problems.js';
import { CodeApp } from '../support/factors.js';
import { HOST, TALK } from '../support/host-tokens.js';
import { SUBJECTS } from '../support/mails.js';
import { register } from '../support/people.js';

import { CALLBACK, useOidc } from '../support/oidc-visits.js';

describe('signing in by OpenID Connect', () => {
  const { club, start, visit, finish, said, signIn, post, tokenTo, userOf } = useOidc();

  it('asks with a code, a state, a nonce and a proof of the key', async () => {
    const { answer, location, cookie } = await start();
    expect(answer.status).toBe(302);
    const { origin, searchParams } = new URL(location);
    expect(origin).toBe(club.provider.issuer);
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
    club.provider.claims.set('alice', {
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
    club.provider.claims.set('alice', { name: 'Another name' });
    expect(await userOf(await signIn('alice'))).toEqual(user);
    expect(
      await club.database.query('select issuer, subject from identities where user_id = $1', [
        user.id,
      ]),
    ).toEqual([{ issuer: club.provider.issuer, subject: 'alice' }]);
  });

  it('takes no address that the provider has not checked, nor the account of one that it has', async () => {
    const member = await register(club.app);
    const email = `${member.username}@example.org`;
    const token = await tokenTo(email, SUBJECTS.confirm);
    await post('verify-email', { token }).expect(200);
    for (const [account, email_verified] of [
      ['unchecked', false],
      ['checked', true],
    ] as const) {
      club.provider.claims.set(account, { email, email_verified });
      const user = await userOf(await signIn(account));
      expect(user.id).not.toBe(member.id);
      expect(user.email).toBeNull();
    }
  });

  it('has an address that the provider has checked, where another account never confirmed it', async () => {
    const member = await register(club.app);
    const email = `${member.username}@example.org`;
    club.provider.claims.set('owner', { email, email_verified: true });
    expect((await userOf(await signIn('owner'))).email).toBe(email);
    const theirs = await club.app.request.get('/api/v1/users/me').set(member.auth).expect(200);
    expect(theirs.body).toMatchObject({ email: null, emailVerified: false });
  });

  it('hands over a challenge where the account has a second step, which a code goes on with', async () => {
    club.provider.claims.set('bella', { preferred_username: 'bella' });
    const { refreshToken } = (await signIn('bella')).message;
    const call = (path: string, body: object, token?: string) => {
      const asked = club.app.request.post(`/api/v1/auth/${path}`).send(body);
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
    club.provider.account = 'mallory';
    const [mine, hers] = [await start(), await start()];
    const [back, hersBack] = [await visit(mine.location), await visit(hers.location)];
    const elsewhere = back.replace('/test/', '/other/');
    const before = await club.database.query('select count(*)::int as rows from sessions');
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
      [back.replace(/iss=[^&]+/, `iss=${encodeURIComponent(club.other.issuer)}`), mine.cookie],
      [`${CALLBACK}?error=access_denied`, mine.cookie],
      [CALLBACK, mine.cookie],
    ]) {
      const page = await finish(path, cookie);
      expect(page.status).toBe(400);
      expect(page.text).not.toMatch(/refreshToken|mallory/);
    }
    expect(await club.database.query('select count(*)::int as rows from sessions')).toEqual(before);
    // A code works only once.
    const fresh = await start();
    const way = await visit(fresh.location);
    await finish(way, fresh.cookie).expect(200);
    await finish(way, fresh.cookie).expect(400);
  });

  it('says that it failed where the reader was refused there', async () => {
    club.provider.account = null;
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

  it('leads nowhere but to the club.provider, for pages of the site alone', async () => {
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
    expect((await start({ origin: TALK })).answer.status).toBe(302);
    const { answer } = await start({}, 'google');
    expectProblem({ ...answer, status: answer.status }, 404, { slug: 'sign-in-way-not-found' });
    const listed = await club.app.request.get('/api/v1/auth/oidc').expect(200);
    expect(listed.body).toEqual({
      items: [
        { id: 'test', name: 'Tests' },
        { id: 'other', name: 'Test' },
      ],
    });
  });
});
