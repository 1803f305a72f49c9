import { spyOn } from 'jest-mock';
import { Accounts, PASSWORD, SECRET } from '../support/accounts.js';
import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { type CodeApp, expectRefused, TwoSteps } from '../support/factors.js';
import { inFull, sampleOf } from '../support/full-form.js';
import type { SignedIn } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';

describe('the challenge of a sign-in', () => {
  const accounts = new Accounts();
  const steps = new TwoSteps(accounts);
  const { join, post } = accounts;
  let anna: SignedIn;
  let app: CodeApp;
  let challenge: string;
  beforeAll(async () => {
    await accounts.open();
    anna = await join();
    app = await steps.enrol(anna);
    challenge = await steps.begin(anna, PASSWORD);
  });
  afterAll(() => accounts.close());

  const verify = (given: string, code = app.code(1)) =>
    post('totp/verify', { challenge: given, code });

  it('is none once a bit, a letter or its length has changed', async () => {
    const bytes = Buffer.from(challenge, 'base64url');
    const flipped = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] ^= 1 << (bit & 7);
      return changed.toString('base64url');
    });
    const cut = [0, 1, 16, 20, 51].map((length) => bytes.subarray(0, length).toString('base64url'));
    const spelled = [
      `${challenge}=`,
      ` ${challenge}`,
      `${challenge}\n`,
      challenge.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)),
      Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url'),
      Buffer.alloc(bytes.length).toString('base64url'),
      anna.accessToken.slice(0, 70),
      anna.refreshToken,
    ].filter((spelling) => spelling !== challenge);
    expect(flipped.length).toBeGreaterThan(400);
    // Flips a different bit in each byte.
    const bad = [...sampleOf(flipped, 7), ...cut, ...spelled];
    const taken: string[] = [];
    for (const one of bad) {
      const { status } = await verify(one);
      if (status !== 401 && status !== 422) taken.push(`${status} ${one}`);
    }
    expect(taken).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const ben = await join();
    await steps.enrol(ben);
    const other = Buffer.from(await steps.begin(ben, PASSWORD), 'base64url');
    const own = Buffer.from(challenge, 'base64url');
    const mixed = Buffer.concat([other.subarray(0, 20), own.subarray(20)]).toString('base64url');
    expectRefused(await verify(mixed), 401, 'challenge-not-valid');
    expectRefused(await verify(other.toString('base64url')), 403, 'wrong-code', '/code');
  });

  it('ends with the password that was given for it', async () => {
    const cora = await join();
    const codes = await steps.enrol(cora);
    const given = await steps.begin(cora, PASSWORD);
    await accounts.service.request
      .put('/api/v1/users/me/password')
      .set(...accounts.bearer(cora.accessToken))
      .send({ current: PASSWORD, password: 'another battery staple' })
      .expect(204);
    expectRefused(await verify(given, codes.code(1)), 401, 'challenge-not-valid');
    const next = await steps.begin(cora, 'another battery staple');
    await verify(next, codes.code(1)).expect(200);
  });

  it('ends after five minutes', async () => {
    const given = await steps.begin(anna, PASSWORD);
    const later = Date.now() + 5 * 60_000;
    const clock = spyOn(Date, 'now').mockReturnValue(later);
    try {
      expectRefused(await verify(given), 401, 'challenge-not-valid');
    } finally {
      clock.mockRestore();
    }
  });

  inFull(
    'takes so many wrong codes from a network, and from all, and then not the right one either',
    async () => {
      const dora = await join();
      const codes = await steps.enrol(dora);
      const challenge = await steps.begin(dora, PASSWORD);
      const limited = await createTestApp(accounts.database, {
        AUTH_SECRET: SECRET,
        RATE_LIMITS: 'on',
        TRUSTED_PROXIES: '127.0.0.1/32',
      });
      const [{ count }] = LIMIT_CLASSES.codes.network;
      const [{ count: ofAll }] = LIMIT_CLASSES.codes.account;
      const send = (code: string, address: string) =>
        limited.request
          .post('/api/v1/auth/totp/verify')
          .set('x-forwarded-for', address)
          .send({ challenge, code });
      const tryWrong = async (times: number, address: string) => {
        for (let at = 0; at < times; at++) {
          expectRefused(await send(codes.wrongCode(), address), 403, 'wrong-code', '/code');
        }
        const refused = await send(codes.code(1), address);
        expectRefused(refused, 429, 'too-many-requests');
        expect(refused.body.limit).toBe('codes');
      };
      await tryWrong(count, '192.0.2.1');
      await tryWrong(count, '198.51.100.1');
      // After that nobody can try any more, from any address.
      await tryWrong(ofAll - 2 * count, '203.0.113.1');
      // The owner still has recovery codes.
      const address = '192.0.2.129';
      expectRefused(await send(codes.code(1), address), 429, 'too-many-requests');
      const { body } = await send(codes.recoveryCodes[0], address).expect(200);
      // A correct code resets the count; so does a changed password, in a session of two factors.
      await tryWrong(count, '192.0.2.2');
      await tryWrong(count, '198.51.100.2');
      await tryWrong(ofAll - 2 * count, '203.0.113.2');
      await limited.request
        .put('/api/v1/users/me/password')
        .set(...accounts.bearer(body.accessToken))
        .send({ current: PASSWORD, password: 'another battery staple' })
        .expect(204);
      const login = { login: dora.user.username, password: 'another battery staple' };
      const again = await limited.request.post('/api/v1/auth/login').send(login).expect(403);
      const step = { challenge: again.body.challenge, code: codes.code(1) };
      await limited.request
        .post('/api/v1/auth/totp/verify')
        .set('x-forwarded-for', '192.0.2.200')
        .send(step)
        .expect(200);
      await limited.close();
    },
  );
});

describe('a code after the sign-in', () => {
  const accounts = new Accounts();
  const steps = new TwoSteps(accounts);
  const { join } = accounts;
  beforeAll(() => accounts.open());
  afterAll(() => accounts.close());

  it('lets a session count as one of two factors that was opened by one', async () => {
    const anna = await join();
    const former = await accounts.signIn(anna);
    const app = await steps.enrol(anna);
    expect(await steps.find(former)).toMatchObject({ secondFactor: false });
    const wrong = await steps.call(former, 'step-up', { code: app.wrongCode() });
    expectRefused(wrong, 403, 'wrong-code', '/code');
    await steps.call(former, 'step-up', { code: app.code(1) }).expect(204);
    expect(await steps.find(former)).toMatchObject({ secondFactor: true });
    const none = await steps.call(await join(), 'step-up', { code: app.code(1) });
    expectRefused(none, 409, 'totp-is-off');
  });
});
