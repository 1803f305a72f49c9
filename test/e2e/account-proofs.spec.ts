import { waitForJobs } from '../support/jobs.js';
import { mailsTo, mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, PASSWORD, register } from '../support/people.js';
import { NEW_PASSWORD, proofActs } from '../support/proof-acts.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

describe('links of mails', () => {
  const site = useSite();
  const { post, addressOf, me, tokenTo, forget, changeEmail, newAddress, expectNotValid } =
    proofActs(site);

  it('are shown in development to this machine alone', async () => {
    const ask = (remoteAddress: string, headers = {}) =>
      site.app.app.inject({ url: '/dev/mail', remoteAddress, headers });
    for (const here of ['127.0.0.1', '127.0.0.9', '::1', '::ffff:127.0.0.1']) {
      expect((await ask(here)).statusCode).toBe(200);
    }
    for (const elsewhere of ['192.168.1.7', '172.17.0.1', '203.0.113.7', '2001:db8::1']) {
      expect((await ask(elsewhere)).statusCode).toBe(404);
    }
    const passedOn = await ask('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' });
    expect(passedOn.statusCode).toBe(404);
  });

  describe('that confirm an address', () => {
    it('are mailed to who registers, and confirm once', async () => {
      const anna = await register(site.app);
      expect(await me(anna)).toMatchObject({ emailVerified: false, emailUndeliverable: false });
      const token = await tokenTo(addressOf(anna), SUBJECTS.confirm);
      const answer = await post('verify-email', { token }).expect(200);
      expect(answer.body).toEqual({ username: anna.username, email: addressOf(anna) });
      expect(await me(anna)).toMatchObject({ emailVerified: true });
      await expectNotValid('verify-email', { token });
    });

    it('are mailed again to who is signed in, or gives the address', async () => {
      const anna = await register(site.app);
      const first = await tokenTo(addressOf(anna), SUBJECTS.confirm);
      await site.app.request.post('/api/v1/auth/verify-email/resend').set(anna.auth).expect(202);
      await post('verify-email/resend', { email: addressOf(anna).toUpperCase() }).expect(202);
      await until('three mails', async () => {
        return (await mailsTo(site.app, addressOf(anna))).length === 3;
      });
      const tokens = (await mailsTo(site.app, addressOf(anna))).map(tokenIn);
      expect(new Set(tokens).size).toBe(3);
      expect(tokens).toContain(first);
      await post('verify-email', { token: tokens[0] }).expect(200);
    });

    it('are asked for by a guest with an address alone', async () => {
      const answer = await post('verify-email/resend', {}).expect(422);
      expect(answer.body.errors).toMatchObject([{ pointer: '/email' }]);
    });
  });

  describe('to a new password', () => {
    it('set it once, and end every session', async () => {
      const anna = await register(site.app);
      const other = await logIn(site.app, anna.username, PASSWORD);
      const token = await forget(addressOf(anna));
      const answer = await post('reset-password', { token, password: NEW_PASSWORD }).expect(200);
      expect(answer.body).toEqual({ username: anna.username, email: addressOf(anna) });
      for (const { accessToken } of [{ accessToken: anna.token }, other]) {
        const header = { authorization: `Bearer ${accessToken}` };
        await site.app.request.get('/api/v1/users/me').set(header).expect(401);
      }
      await post('refresh', { refreshToken: other.refreshToken }).expect(401);
      await post('login', { login: anna.username, password: PASSWORD }).expect(401);
      await logIn(site.app, anna.username, NEW_PASSWORD);
      await expectNotValid('reset-password', { token, password: 'yet another one 17' });
    });

    it('are not used up by a password that is refused', async () => {
      const anna = await register(site.app);
      const token = await forget(addressOf(anna));
      const refused = await post('reset-password', { token, password: anna.username }).expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/password' }]);
      await post('reset-password', { token, password: NEW_PASSWORD }).expect(200);
    });

    it('are worth nothing once the password has changed', async () => {
      const anna = await register(site.app);
      const token = await forget(addressOf(anna));
      const change = { current: PASSWORD, password: NEW_PASSWORD };
      await site.app.request
        .put('/api/v1/users/me/password')
        .set(anna.auth)
        .send(change)
        .expect(204);
      await expectNotValid('reset-password', { token, password: 'yet another one 17' });
      await logIn(site.app, anna.username, NEW_PASSWORD);
    });

    it('are worth nothing once the address has changed', async () => {
      const anna = await register(site.app);
      const token = await forget(addressOf(anna));
      const change = await changeEmail(anna, newAddress());
      await post('verify-email', { token: change }).expect(200);
      await expectNotValid('reset-password', { token, password: NEW_PASSWORD });
    });

    it('set one password of many that come at once', async () => {
      const anna = await register(site.app);
      const token = await forget(addressOf(anna));
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, nth) =>
          post('reset-password', { token, password: `battery staple ${nth}` }),
        ),
      );
      const counted = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
      expect([counted(200), counted(422)]).toEqual([1, 5]);
    });

    it('go to nobody where no account has the address, and the answer is the same', async () => {
      const anna = await register(site.app);
      const known = await post('forgot-password', { email: addressOf(anna) }).expect(202);
      const unknown = await post('forgot-password', { email: 'nobody@example.org' }).expect(202);
      expect(unknown.text).toBe(known.text);
      expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers));
      await mailTo(site.app, addressOf(anna), SUBJECTS.reset);
      await waitForJobs(site.database);
      expect(await site.database.query('select 1 from proof_requests')).toEqual([]);
      expect(await mailsTo(site.app, 'nobody@example.org')).toEqual([]);
    });
  });
});
