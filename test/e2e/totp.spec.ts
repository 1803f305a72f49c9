import { spyOn } from 'jest-mock';
import { Acts } from '../../src/acts/acts.js';
import { FactorsRepository } from '../../src/auth/factors/factors.repository.js';
import { Accounts, PASSWORD, SECRET } from '../support/accounts.js';
import { CodeApp, expectRefused, TwoSteps } from '../support/factors.js';
import { inFull } from '../support/full-form.js';
import { mailTo, SUBJECTS } from '../support/mails.js';
import type { SignedIn } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';

const OTHER_PASSWORD = 'another battery staple';
const RECOVERY_CODE = /^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/;

describe('codes of an app', () => {
  const accounts = new Accounts();
  const steps = new TwoSteps(accounts);
  const { getMe, join, post, refresh } = accounts;
  beforeAll(() => accounts.open());
  afterAll(() => accounts.close());

  /** An account with two factors, and the challenge after its first one. */
  async function challenged(): Promise<{ anna: SignedIn; app: CodeApp; challenge: string }> {
    const anna = await join();
    const app = await steps.enrol(anna);
    return { anna, app, challenge: await steps.begin(anna, PASSWORD) };
  }
  const verify = (challenge: string, code: string, more: object = {}) =>
    post('totp/verify', { challenge, code, ...more });
  const age = ({ user }: SignedIn, minutes: number) =>
    accounts.database.query(
      'update sessions set created_at = now() - make_interval(mins => $2) where user_id = $1',
      [user.id, minutes],
    );

  describe('are set up', () => {
    it('by a secret, and asked for once a first code was given', async () => {
      const anna = await join();
      const { body } = await steps.call(anna, 'begin').expect(200);
      const { searchParams, pathname } = new URL(body.address);
      expect(decodeURIComponent(pathname)).toBe(`/talk.example.org:${anna.user.username}`);
      expect(Object.fromEntries(searchParams)).toEqual({
        issuer: 'talk.example.org',
        secret: body.secret,
        algorithm: 'SHA1',
        digits: '6',
        period: '30',
      });
      expect(body.qr).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*<\/svg>$/);
      await accounts.signIn(anna);
      expect(await steps.find(anna)).toEqual({
        password: true,
        totpSince: null,
        recoveryCodesLeft: 0,
        required: false,
        secondFactor: false,
      });
    });

    it('with ten recovery codes, of which digests are kept alone', async () => {
      const anna = await join();
      const app = await steps.enrol(anna);
      expect(new Set(app.recoveryCodes).size).toBe(10);
      expect(app.recoveryCodes.filter((code) => !RECOVERY_CODE.test(code))).toEqual([]);
      expect(await steps.find(anna)).toEqual({
        password: true,
        totpSince: expect.any(String),
        recoveryCodesLeft: 10,
        required: false,
        secondFactor: true,
      });
      const [kept] = await accounts.database.query<{ all: string }>(
        `select (select jsonb_agg(r) from recovery_codes r where user_id = $1)::text
           || (select to_jsonb(t) from totp_factors t where user_id = $1)::text as all`,
        [anna.user.id],
      );
      const secrets = [...app.recoveryCodes, ...app.recoveryCodes.map((c) => c.replace(/-/g, ''))];
      expect([...secrets, app.secret].filter((secret) => kept.all.includes(secret))).toEqual([]);
    });

    it('not by a wrong code, nor a quarter of an hour later, nor without a beginning', async () => {
      const anna = await join();
      const confirm = (code: string) => steps.call(anna, 'confirm', { code });
      expectRefused(await confirm('123456'), 409, 'enrolment-not-begun');
      const { secret } = (await steps.call(anna, 'begin').expect(200)).body;
      const app = new CodeApp(secret);
      expectRefused(await confirm(app.wrongCode()), 403, 'wrong-code', '/code');
      expectRefused(await confirm(app.code(-3)), 403, 'wrong-code', '/code');
      await accounts.database.query(
        `update totp_factors set begun_at = now() - interval '16 minutes' where user_id = $1`,
        [anna.user.id],
      );
      expectRefused(await confirm(app.code()), 409, 'enrolment-not-begun');
    });

    it('with the password where the sign-in is ten minutes old, and once', async () => {
      const anna = await join();
      await age(anna, 11);
      expectRefused(await steps.call(anna, 'begin'), 403, 'fresh-sign-in-required');
      const wrong = { current: 'not the password' };
      expectRefused(await steps.call(anna, 'begin', wrong), 403, 'wrong-password', '/current');
      await steps.call(anna, 'begin', { current: PASSWORD }).expect(200);
      const other = await accounts.signIn(anna);
      await steps.enrol(other);
      const current = { current: PASSWORD };
      expectRefused(await steps.call(anna, 'begin', current), 403, 'second-factor-required');
      expectRefused(await steps.call(other, 'begin', current), 409, 'totp-is-on');
      expectRefused(await steps.call(anna, 'confirm', { code: '123456' }), 409, 'totp-is-on');
    });

    it('by a code of the secret that waits, of no other one', async () => {
      const anna = await join();
      await steps.call(anna, 'begin').expect(200);
      const [factors, acts] = [FactorsRepository, Acts].map((kind) =>
        accounts.service.app.get(kind, { strict: false }),
      ) as [FactorsRepository, Acts];
      const { secret } = (await factors.findTotp(anna.user.id))!;
      const confirm = (which: Buffer) =>
        acts.run((act) => factors.confirmTotp(act, anna.user.id, which, 1));
      await steps.call(anna, 'begin').expect(200);
      expect(await confirm(secret)).toBeNull();
      const now = (await factors.findTotp(anna.user.id))!.secret;
      expect([await confirm(now), await confirm(now)]).toEqual([expect.any(String), null]);
    });

    it('once, however many confirm at once', async () => {
      const anna = await join();
      const { secret } = (await steps.call(anna, 'begin').expect(200)).body;
      const code = new CodeApp(secret).code();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => steps.call(anna, 'confirm', { code })),
      );
      const confirmed = answers.filter(({ status }) => status === 200);
      const refused = answers.filter(({ status }) => status === 409);
      expect([confirmed.length, refused.length]).toEqual([1, 7]);
    });
  });

  describe('are asked for after the password', () => {
    it('with a challenge in place of a session, which a code goes on with', async () => {
      const { anna, app, challenge } = await challenged();
      const refused = await post('login', { login: anna.user.username, password: PASSWORD });
      expectRefused(refused, 403, 'second-factor-required');
      expect(JSON.stringify(refused.body)).not.toMatch(/[tT]oken/);
      const { body } = await verify(challenge, app.code(1)).expect(200);
      expect(body).toEqual({
        user: expect.objectContaining({ id: anna.user.id }),
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 1_800,
      });
      await getMe(body.accessToken).expect(200);
      expect(await steps.find(body)).toMatchObject({ secondFactor: true });
      const renewed = (await refresh(body.refreshToken).expect(200)).body;
      expect(await steps.find(renewed)).toMatchObject({ secondFactor: true });
    });

    it('only of who knows the password', async () => {
      const { anna } = await challenged();
      const login = { login: anna.user.username, password: 'not the password' };
      const { body } = await post('login', login).expect(401);
      expect(body).not.toHaveProperty('challenge');
    });

    it('into the cookie, where a page wants its session there', async () => {
      const { app, challenge } = await challenged();
      const answer = await verify(challenge, app.code(1), { session: 'cookie' }).expect(200);
      expect(answer.body).not.toHaveProperty('refreshToken');
      expect(answer.headers['set-cookie'][0]).toContain('colloquy=');
    });

    it('of the half minutes beside the present one, too, and of no others', async () => {
      const { anna, app, challenge } = await challenged();
      await steps.forgetSteps(anna);
      expectRefused(await verify(challenge, app.code(-3)), 403, 'wrong-code', '/code');
      expectRefused(await verify(challenge, app.code(3)), 403, 'wrong-code', '/code');
      // The half minute may end meanwhile, so the clock is stopped.
      const clock = spyOn(Date, 'now').mockReturnValue(Date.now());
      try {
        await verify(challenge, app.code(-1).replace(/(...)/, ' $1 ')).expect(200);
      } finally {
        clock.mockRestore();
      }
    });

    it('each once, and none from before it', async () => {
      const { app, challenge } = await challenged();
      const [first, next] = [app.firstCode, app.code(1)];
      expectRefused(await verify(challenge, first), 403, 'wrong-code', '/code');
      await verify(challenge, next).expect(200);
      for (const used of [first, next]) {
        expectRefused(await verify(challenge, used), 403, 'wrong-code', '/code');
      }
    });

    it('once, however many sign in with the same one at once', async () => {
      const { app, challenge } = await challenged();
      const [code, recovery] = [app.code(1), app.recoveryCodes[0]];
      for (const one of [code, recovery]) {
        const answers = await Promise.all(Array.from({ length: 8 }, () => verify(challenge, one)));
        const opened = answers.filter(({ status }) => status === 200);
        const refused = answers.filter(({ status }) => status === 403);
        expect([opened.length, refused.length]).toEqual([1, 7]);
      }
    });

    inFull(
      'also of an app whose secret a former key has sealed, which a start seals anew',
      async () => {
        const { anna, app } = await challenged();
        const env = { AUTH_SECRET: 'aN8xQ2mVw6Rt4YzK9cLf7PsJ3hGd5BeU' };
        const first = await createTestApp(accounts.database, {
          ...env,
          AUTH_SECRET_PREVIOUS: SECRET,
        });
        const last = await createTestApp(accounts.database, env);
        for (const other of [last, first]) {
          const send = (path: string, body: object) =>
            other.request.post(`/api/v1/auth/${path}`).send(body);
          await steps.forgetSteps(anna);
          const login = { login: anna.user.username, password: PASSWORD };
          const { challenge } = (await send('login', login).expect(403)).body;
          await send('totp/verify', { challenge, code: app.code() }).expect(200);
          await other.close();
        }
      },
    );
  });

  describe('have recovery codes', () => {
    it('each of which stands in for a code once, however it is typed', async () => {
      const { anna, app, challenge } = await challenged();
      const [first, second] = app.recoveryCodes;
      const { body } = await verify(challenge, first).expect(200);
      expect(await steps.find(body)).toMatchObject({ recoveryCodesLeft: 9, secondFactor: true });
      expectRefused(await verify(challenge, first), 403, 'wrong-code', '/code');
      await verify(challenge, ` ${second.toUpperCase().replaceAll('-', ' ')}`).expect(200);
      const other = await challenged();
      expectRefused(
        await verify(other.challenge, app.recoveryCodes[2]),
        403,
        'wrong-code',
        '/code',
      );
      expect(await steps.find(anna)).toMatchObject({ recoveryCodesLeft: 8 });
    });

    it('which others replace, for who has a code', async () => {
      const { anna, app, challenge } = await challenged();
      const renew = (body: object) => steps.call(anna, 'recovery-codes', body);
      expectRefused(await renew({ code: app.wrongCode() }), 403, 'wrong-code', '/code');
      const { body } = await renew({ code: app.code(1) }).expect(200);
      expect(body.recoveryCodes).toHaveLength(10);
      expectRefused(await verify(challenge, app.recoveryCodes[0]), 403, 'wrong-code', '/code');
      await verify(challenge, body.recoveryCodes[0]).expect(200);
      await age(anna, 11);
      expectRefused(await renew({ code: body.recoveryCodes[1] }), 403, 'fresh-sign-in-required');
      await renew({ code: body.recoveryCodes[1], current: PASSWORD }).expect(200);
    });
  });

  describe('are turned off', () => {
    it('by the password and a code together', async () => {
      const { anna, app } = await challenged();
      const remove = (body: object) => steps.call(anna, 'remove', body);
      const code = app.code(1);
      expectRefused(await remove({ code }), 403, 'wrong-password', '/current');
      expectRefused(await remove({ code, current: 'wrong' }), 403, 'wrong-password', '/current');
      const wrong = { code: app.wrongCode(), current: PASSWORD };
      expectRefused(await remove(wrong), 403, 'wrong-code', '/code');
      await remove({ code, current: PASSWORD }).expect(204);
      expect(await steps.find(anna)).toEqual({
        password: true,
        totpSince: null,
        recoveryCodesLeft: 0,
        required: false,
        secondFactor: false,
      });
      await accounts.signIn(anna);
      const again = { code, current: PASSWORD };
      expectRefused(await remove(again), 409, 'totp-is-off');
    });

    it('not by another password, nor by the link of a mail', async () => {
      const { anna, app } = await challenged();
      const { email } = (await getMe(anna.accessToken).expect(200)).body;
      await post('forgot-password', { email }).expect(202);
      const { text } = await mailTo(accounts.service, email, SUBJECTS.reset);
      const token = /#token=(\S+)/.exec(text)![1];
      await post('reset-password', { token, password: OTHER_PASSWORD }).expect(200);
      const challenge = await steps.begin(anna, OTHER_PASSWORD);
      await verify(challenge, app.code(1)).expect(200);
    });
  });
});
