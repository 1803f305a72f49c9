import { spyOn } from 'jest-mock';
import type { Response } from 'supertest';
import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { FULL } from '../support/full-form.js';
import { ADMIN, type Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

const PASSWORD = 'correct horse battery';

describe('limits over HTTP', () => {
  const site = useSite({
    people: { editor: 'admin' },
    env: { RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' },
    nodes: 2,
  });
  let people = 0;
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  /** Stops the windows of this node, however long its requests take. */
  let clock: ReturnType<typeof stand>;
  const stand = () => spyOn(performance, 'now').mockReturnValue(performance.now());
  beforeEach(() => void (clock = stand()));
  afterEach(() => clock.mockRestore());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const register = (address: string, node = 0) => {
    const username = `person-${'abcdefghij'[people % 10]}${Math.floor(people / 10)}x`;
    people += 1;
    return site.nodes[node].request
      .post('/api/v1/auth/register')
      .set(from(address))
      .send({ email: `${username}@example.org`, username, password: PASSWORD });
  };
  const join = async (address: string): Promise<Person> => {
    const { body } = await register(address).expect(201);
    const auth = { authorization: `Bearer ${body.accessToken}` };
    return { ...body.user, token: body.accessToken, refreshToken: body.refreshToken, auth };
  };
  const signIn = (login: string, password: string, address: string, node = 0) =>
    site.nodes[node].request
      .post('/api/v1/auth/login')
      .set(from(address))
      .send({ login, password });
  const comment = (by: Person, address = '203.0.113.200') =>
    site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set({ ...by.auth, ...from(address) })
      .send({ body: 'Something' });

  const expectRefusal = (answer: Response, limit: string) => {
    expect(answer.status).toBe(429);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: '/problems/too-many-requests', limit });
    expect(answer.body.detail).toMatch(/ Try again in .+\.$/);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.headers['ratelimit-remaining']).toBe('0');
    expect(answer.headers['ratelimit-reset']).toBe(answer.headers['retry-after']);
  };

  it('let an owner in at the first try, whom 101 networks have kept guessing at', async () => {
    const owner = await join('198.51.100.1');
    const addresses = Array.from({ length: FULL ? 320 : 120 }, (_, n) => `10.${n % 101}.7.1`);
    const answers: number[] = [];
    for (let n = 0; n < addresses.length; n += 8) {
      const guesses = addresses.slice(n, n + 8);
      const tried = await Promise.all(
        guesses.map((address, m) => signIn(owner.username, 'a wrong guess', address, m % 2)),
      );
      answers.push(...tried.map(({ status }) => status));
    }
    expect(new Set(answers)).toEqual(new Set([401]));
    await signIn(owner.username, PASSWORD, '192.0.2.102').expect(200);
  }, 300_000);

  it('end the guessing from one network, on every node, and say so of accounts that are not there, too', async () => {
    const owner = await join('198.51.100.2');
    const [{ count }] = LIMIT_CLASSES.passwords.network;
    for (const login of [owner.username, 'nobody-at-all']) {
      const address = login === owner.username ? '10.200.1.1' : '10.200.2.1';
      for (let n = 0; n < count; n++)
        await signIn(login, 'a wrong guess', address, n % 2).expect(401);
      expectRefusal(await signIn(login, 'a wrong guess', address, 0), 'passwords');
      expectRefusal(await signIn(login, PASSWORD, address, 1), 'passwords');
    }
    await signIn(owner.username, PASSWORD, '198.51.100.2').expect(200);
    await signIn(ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD, '10.200.1.1').expect(200);
  });

  it('count wrong passwords by the login that was typed, which tells nobody whose address it is', async () => {
    const owner = await join('198.51.100.7');
    const [{ count }] = LIMIT_CLASSES.passwords.network;
    const address = '10.200.3.1';
    for (let n = 0; n < count; n++) await signIn(owner.username, 'a wrong guess', address);
    expectRefusal(await signIn(owner.username.toUpperCase(), PASSWORD, address), 'passwords');
    const email = `${owner.username}@example.org`;
    await signIn(email, 'a wrong guess', address).expect(401);
  });

  it('count the registrations of a network on all nodes, whatever it says of itself', async () => {
    const [{ count }] = LIMIT_CLASSES.registration.network;
    const statuses = [];
    for (let n = 0; n < 2 * count; n++) {
      const spoofed = `10.${n}.1.1, 1.2.3.${n}, 198.51.100.77:${5_000 + n}`;
      const { status } = await register(spoofed, n % 2);
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(count);
    expectRefusal(await register('198.51.100.77'), 'registration');
    // Other addresses of the same /24 have their own limit.
    await register('198.51.100.78').expect(201);
  });

  it('say what is left of a budget, but not where the answer is the same for everyone', async () => {
    const writer = await join('198.51.100.3');
    const { headers } = await comment(writer).expect(201);
    expect(headers).toMatchObject({ 'ratelimit-limit': '8', 'ratelimit-remaining': '7' });
    expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
    const page = await site.app.request.get(`/api/v1/posts/${post}/comments`).expect(200);
    const mine = await site.app.request.get('/api/v1/users/me').set(writer.auth).expect(200);
    for (const answer of [page, mine]) {
      expect(Object.keys(answer.headers).filter((name) => /ratelimit|retry/.test(name))).toEqual(
        [],
      );
    }
  });

  it('let pages of the site read what a refusal says', async () => {
    const { headers } = await site.app.request.get('/api/v1/posts').expect(200);
    for (const name of [
      'retry-after',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
    ]) {
      expect(headers['access-control-expose-headers']).toContain(name);
    }
  });

  it('give a new account less, say so, and leave to others of its network what they have', async () => {
    const [hasty, other] = [await join('198.51.100.4'), await join('198.51.100.4')];
    const statuses = [];
    for (let n = 0; n < 8; n++) statuses.push((await comment(hasty)).status);
    expect(statuses).toEqual(Array(8).fill(201));
    const refused = await comment(hasty);
    expectRefusal(refused, 'comments');
    // The service refuses a caller at the limit before it reads the body.
    const unread = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set({ ...hasty.auth, ...from('203.0.113.200'), 'content-type': 'application/json' })
      .send('{ not JSON');
    expectRefusal(unread, 'comments');
    expect(refused.body.detail).toContain('A new account may send more when it is older.');
    await comment(other).expect(201);
    await say(site.app, site.editor, post, 'Of staff');
  });

  it('leave what they need to accounts that are suspended or banned, after they went on and on', async () => {
    for (const action of ['suspend', 'ban']) {
      let lost = await join('198.51.100.5');
      const until = new Date(Date.now() + 86_400_000).toISOString();
      await site.app.request
        .post(`/api/v1/moderation/users/${lost.id}/decisions`)
        .set(site.editor.auth)
        .send({ action, reason: 'abusive', ...(action === 'suspend' ? { until } : {}) })
        .expect(201);
      if (action === 'ban') {
        const { body } = await signIn(lost.username, PASSWORD, '198.51.100.5').expect(200);
        lost = { ...lost, auth: { authorization: `Bearer ${body.accessToken}` } };
      }
      const statuses = [];
      for (let n = 0; n < 12; n++) statuses.push((await comment(lost)).status);
      expect(statuses).toEqual([...Array(8).fill(403), ...Array(4).fill(429)]);
      await site.app.request.get('/api/v1/users/me').set(lost.auth).expect(200);
      await site.app.request.get('/api/v1/users/me/decisions').set(lost.auth).expect(200);
      await signIn(lost.username, PASSWORD, '198.51.100.5').expect(200);
    }
  });

  it('count a caller whose token proves nothing with their network', async () => {
    const [{ count }] = LIMIT_CLASSES.previews.network;
    const ask = (headers: object, body: object | string = { body: 'Text' }) =>
      site.app.request
        .post('/api/v1/previews')
        .set({ ...from('198.51.100.6'), ...headers })
        .send(body);
    const forged = { authorization: 'Bearer forged' };
    const answers = new Set<number>();
    for (let n = 0; n < count; n++) answers.add((await ask(forged)).status);
    expect(answers).toEqual(new Set([401]));
    expectRefusal(await ask(forged), 'previews');
    // Guests of that network are refused before their body is read.
    expectRefusal(await ask({ 'content-type': 'application/json' }, '{ not JSON'), 'previews');
    await ask(site.editor.auth).expect(200);
  });
});
