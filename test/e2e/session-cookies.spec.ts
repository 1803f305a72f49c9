import { PASSWORD } from '../support/accounts.js';
import { expectProblem } from '../support/problems.js';
import { register } from '../support/people.js';
import { useSite } from '../support/site.js';

const SITE = 'https://reviews.example';
const SECURE = '__Secure-colloquy';

describe('a session in a cookie', () => {
  const site = useSite({
    env: { SITE_ORIGINS: SITE, PUBLIC_URL: 'https://talk.example/discussion' },
  });
  let people = 0;

  const send = (path: string, body?: object, headers: Record<string, string> = {}) =>
    site.app.request
      .post(`/api/v1/auth/${path}`)
      .set({ origin: SITE, ...headers })
      .send(body);
  /** The cookie that a browser keeps from an answer. */
  const kept = (answer: { headers: Record<string, unknown> }): { cookie: string } => ({
    cookie: (answer.headers['set-cookie'] as string[])[0].split(';', 1)[0],
  });
  const join = () => {
    const username = `cookie-${++people}`;
    const account = { email: `${username}@example.org`, username, password: PASSWORD };
    return send('register', { ...account, session: 'cookie' }).expect(201);
  };
  const age = (userId: string) =>
    site.database.query(
      `update sessions set rotated_at = rotated_at - interval '10 minutes' where user_id = $1`,
      [userId],
    );

  it('is one that no script can read, and of this site alone', async () => {
    const answer = await join();
    expect(answer.body).toEqual({
      user: expect.any(Object),
      accessToken: expect.any(String),
      expiresIn: 1800,
    });
    const [name, ...attributes] = (answer.headers['set-cookie'] as unknown as string[])[0].split(
      '; ',
    );
    expect(name).toMatch(new RegExp(`^${SECURE}=[\\w-]{70}$`));
    const [maxAge] = attributes
      .filter((one) => one.startsWith('Max-Age='))
      .map((one) => Number(one.slice(8)));
    expect(maxAge).toBeLessThanOrEqual(30 * 86_400);
    expect(maxAge).toBeGreaterThan(29 * 86_400);
    expect(attributes.toSorted()).toEqual([
      'HttpOnly',
      `Max-Age=${maxAge}`,
      'Partitioned',
      'Path=/discussion/api/v1/auth',
      'SameSite=None',
      'Secure',
    ]);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-credentials': 'true',
      'cache-control': 'no-store',
    });
  });

  it('begins by signing in, too, and without asking for it all is as before', async () => {
    const { user } = (await join()).body;
    const login = { login: user.username, password: PASSWORD };
    const plain = await send('login', login).expect(200);
    expect(plain.body.refreshToken).toMatch(/^[\w-]{70}$/);
    expect(plain.headers).not.toHaveProperty('set-cookie');
    const refreshed = await send('refresh', { refreshToken: plain.body.refreshToken }).expect(200);
    expect(refreshed.body.refreshToken).toMatch(/^[\w-]{70}$/);
    expect(refreshed.headers).not.toHaveProperty('set-cookie');
    const inCookie = await send('login', { ...login, session: 'cookie' }).expect(200);
    expect(inCookie.body).not.toHaveProperty('refreshToken');
    await send('refresh', undefined, kept(inCookie)).expect(200);
    await send('login', { ...login, session: 'storage' }).expect(422);
  });

  it('takes over a token that a page had kept', async () => {
    const { refreshToken } = await register(site.app);
    const answer = await send('refresh', { refreshToken, session: 'cookie' }).expect(200);
    expect(answer.body).not.toHaveProperty('refreshToken');
    await send('refresh', undefined, kept(answer)).expect(200);
    // If the browser rejected the cookie, the page sends the token in the body.
    const inBody = await send('refresh', { refreshToken }).expect(200);
    expect(kept(answer).cookie).toBe(`${SECURE}=${inBody.body.refreshToken}`);
  });

  it('renews without a body, and rests between two successors', async () => {
    const first = await join();
    const second = await send('refresh', undefined, kept(first)).expect(200);
    expect(second.body.accessToken).toEqual(expect.any(String));
    expect(kept(second)).toEqual(kept(first));
    await age(first.body.user.id);
    const third = await send('refresh', undefined, kept(first)).expect(200);
    expect(kept(third)).not.toEqual(kept(first));
    // Another tab had sent the browser's earlier cookie.
    expect(kept(await send('refresh', undefined, kept(first)).expect(200))).toEqual(kept(third));
    await age(first.body.user.id);
    await send('refresh', undefined, kept(third)).expect(200);
    const reused = await send('refresh', undefined, kept(first)).expect(401);
    expect(reused.body.type).toBe('/problems/refresh-token-reused');
  });

  it('survives many pages that are opened at once and answer out of order', async () => {
    const first = await join();
    await age(first.body.user.id);
    let newest = kept(first);
    const sent: Promise<unknown>[] = [];
    for (let tab = 0; tab < 30; tab++) {
      const answer = send('refresh', undefined, tab % 3 === 0 ? kept(first) : newest).then(
        (refreshed) => {
          expect(refreshed.status).toBe(200);
          newest = kept(refreshed);
        },
      );
      sent.push(answer);
      if (tab % 5 === 0) await answer;
    }
    await Promise.all(sent);
    await send('refresh', undefined, newest).expect(200);
  });

  it('ends by signing out, which takes the cookie away', async () => {
    const first = await join();
    const answer = await send('logout', undefined, kept(first)).expect(204);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Secure-colloquy=; Max-Age=0; Path=\/discussion\/api\/v1\/auth; /),
    ]);
    const authorization = `Bearer ${first.body.accessToken}`;
    await site.app.request.get('/api/v1/users/me').set({ authorization }).expect(401);
    await send('refresh', undefined, kept(first)).expect(401);
    await send('logout', undefined, kept(first)).expect(204);
  });

  it('is taken away by a refusal for good, and by signing out with one that proves nothing', async () => {
    const cleared = [expect.stringMatching(/^__Secure-colloquy=; Max-Age=0; /)];
    const first = await join();
    await age(first.body.user.id);
    const second = await send('refresh', undefined, kept(first)).expect(200);
    await age(first.body.user.id);
    await send('refresh', undefined, kept(second)).expect(200);
    for (const slug of ['refresh-token-reused', 'session-ended']) {
      const { body, headers } = await send('refresh', undefined, kept(first)).expect(401);
      expect(body.type).toBe(`/problems/${slug}`);
      expect(headers['set-cookie']).toEqual(cleared);
    }
    const forged = { cookie: `${SECURE}=x` };
    const refused = await send('refresh', undefined, forged).expect(401);
    expect(refused.headers['set-cookie']).toEqual(cleared);
    const left = await send('logout', undefined, forged).expect(204);
    expect(left.headers['set-cookie']).toEqual(cleared);
  });

  it('needs the origin of a page of the site', async () => {
    const first = await join();
    const { cookie } = kept(first);
    for (const path of ['refresh', 'logout']) {
      const request = () => site.app.request.post(`/api/v1/auth/${path}`).set({ cookie });
      const without = await request();
      expectProblem({ ...without, status: without.status }, 403, { slug: 'origin-required' });
      for (const origin of ['null', 'https://evil.example', 'http://reviews.example']) {
        const foreign = await request().set({ origin });
        expect(foreign.status).toBe(403);
        expect(foreign.headers).not.toHaveProperty('set-cookie');
        expect(foreign.headers).not.toHaveProperty('access-control-allow-credentials');
      }
    }
    await send('refresh', undefined, { cookie }).expect(200);
  });

  it('is refused when it is none of ours, or not there', async () => {
    const { cookie } = kept(await join());
    const cookies = [
      '',
      'a=b',
      `${SECURE}=`,
      `${SECURE}=x`,
      `${cookie}x`,
      cookie.replace('__Secure-', ''),
    ];
    for (const other of cookies) {
      const answer = await send('refresh', undefined, { cookie: other }).expect(401);
      expect(answer.body.type).toBe('/problems/invalid-refresh-token');
    }
    await send('refresh', {}).expect(401);
    await send('logout').expect(401);
    await send('refresh', undefined, { cookie: `theme=dark; ${cookie}; lang=en` }).expect(200);
  });

  it('lets pages of the site send cookies to the routes of sessions alone', async () => {
    const preflight = (path: string) =>
      site.app.request.options(path).set({
        origin: SITE,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      });
    const auth = await preflight('/api/v1/auth/login').expect(204);
    expect(auth.headers['access-control-allow-credentials']).toBe('true');
    // A page of a newer build must be able to read this refusal.
    const unknown = await site.app.request
      .get('/api/v1/auth/later')
      .set('origin', SITE)
      .expect(404);
    expect(unknown.headers['access-control-allow-credentials']).toBe('true');
    for (const path of ['/api/v1/posts', '/api/v1/users/me/password', '/x?/api/v1/auth/login']) {
      const { headers } = await preflight(path).expect(204);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it('has neither Secure nor its name on plain HTTP to the loopback address, and else it has', async () => {
    const login = {
      login: (await join()).body.user.username,
      password: PASSWORD,
      session: 'cookie',
    };
    for (const [PUBLIC_URL, cookie] of [
      [
        'http://127.0.0.1:3000',
        /^colloquy=[\w-]{70}; Max-Age=\d+; Path=\/api\/v1\/auth; HttpOnly; SameSite=Lax$/,
      ],
      ['http://[::1]:3000', /^colloquy=.*; SameSite=Lax$/],
      ['http://talk.example', /^__Secure-colloquy=.*; Secure; Partitioned; SameSite=None$/],
    ] as const) {
      const node = await site.start({ PUBLIC_URL });
      const answer = await node.request.post('/api/v1/auth/login').send(login).expect(200);
      expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(cookie)]);
    }
  });
});
