import { AccountRepair } from '../../src/auth/identity/account-repair.js';
import { PASSWORD } from '../support/accounts.js';
import { expectRefused } from '../support/factors.js';
import { mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, type SignedIn } from '../support/people.js';
import { OTHER_PASSWORD, usePasskeys } from '../support/passkey-acts.js';

describe('passkeys', () => {
  const {
    accounts,
    steps,
    join,
    post,
    call,
    list,
    ask,
    signIn,
    enrol,
    signInByTwo,
    reset,
    expectNone,
  } = usePasskeys();

  describe('and the password', () => {
    const change = (by: SignedIn) =>
      call(by, 'put', 'users/me/password', { current: PASSWORD, password: OTHER_PASSWORD });

    it('go together, where a passkey was added by it alone', async () => {
      const anna = await join();
      await enrol(anna);
      await change(anna).expect(204);
      expect(await list(anna)).toEqual([]);
      expect(await steps.find(anna)).toMatchObject({ secondFactor: false });
    });

    it('go together, where one was added after another in the same session', async () => {
      const anna = await join();
      const keys = [await enrol(anna), await enrol(anna)];
      await reset(anna);
      await expectNone(...keys);
    });

    it('go together, where one was added in a session of another, or of an app that was set up in it', async () => {
      const anna = await join();
      const first = await enrol(anna);
      await steps.enrol(anna);
      const second = await enrol(anna);
      const { body } = await signIn(first.answer(await ask())).expect(200);
      const third = await enrol(body);
      await reset(anna);
      await expectNone(first, second, third);
    });

    it('go together, where the app that stood behind it was removed', async () => {
      const anna = await join();
      const app = await steps.enrol(anna);
      const key = await enrol(await signInByTwo(anna, app));
      await steps.forgetSteps(anna);
      await steps.call(anna, 'remove', { code: app.code(), current: PASSWORD }).expect(204);
      await reset(anna);
      await expectNone(key);
    });

    it('are apart, where it was added by two factors', async () => {
      const anna = await join();
      const app = await steps.enrol(anna);
      const key = await enrol(await signInByTwo(anna, app));
      await change(anna).expect(204);
      await signIn(key.answer(await ask())).expect(200);
    });

    it('change nothing else by itself, where the account has a passkey', async () => {
      const anna = await join();
      const key = await enrol(anna);
      const [{ id }] = await list(anna);
      const other = await accounts.signIn(anna);
      const current = { current: PASSWORD };
      for (const path of ['registration', `${id}/remove`]) {
        const refused = await call(other, 'post', `auth/passkeys/${path}`, current);
        expectRefused(refused, 403, 'second-factor-required');
      }
      expectRefused(await steps.call(other, 'begin', current), 403, 'second-factor-required');
      const { body } = await signIn(key.answer(await ask())).expect(200);
      await steps.enrol(body);
    });

    it('is not changed by itself where staff have a passkey, until the operator gives another', async () => {
      const anna = await join();
      const key = await enrol(anna);
      await accounts.setUser(anna, `role = 'moderator'`);
      const other = await accounts.signIn(anna);
      expectRefused(await change(other), 403, 'second-factor-required');
      const email = { email: `of-${anna.user.username}@example.org`, current: PASSWORD };
      const asked = await call(other, 'put', 'users/me/email', email);
      expectRefused(asked, 403, 'second-factor-required');
      const repair = accounts.service.app.get(AccountRepair, { strict: false });
      const { password } = await repair.renewPassword(anna.user.username!);
      await expectNone(key);
      await steps.enrol(await logIn(accounts.service, anna.user.username, password));
    });
  });

  it('and codes that were set up by who had taken an account go when it is taken back', async () => {
    const former = await join();
    const own = await steps.enrol(former);
    const anna = await signInByTwo(former, own);
    const key = await enrol(anna);
    for (const [table, column] of [
      ['totp_factors', 'confirmed_at'],
      ['passkeys', 'created_at'],
    ])
      await accounts.database.query(
        `update ${table} set ${column} = ${column} - interval '8 days' where user_id = $1`,
        [anna.user.id],
      );
    const early = await enrol(anna);
    const { email } = (await call(anna, 'get', 'users/me').expect(200)).body;
    const change = { email: `of-${email}`, current: PASSWORD };
    await call(anna, 'put', 'users/me/email', change).expect(202);
    const confirm = tokenIn(await mailTo(accounts.service, change.email, SUBJECTS.change));
    await post('verify-email', { token: confirm }).expect(200);
    const strange = await enrol(anna);
    const token = tokenIn(await mailTo(accounts.service, email, SUBJECTS.takeBack));
    await post('email/take-back', { token }).expect(200);
    await expectNone(early, strange);
    const { body } = await signIn(key.answer(await ask())).expect(200);
    expect(await steps.find(body)).toMatchObject({ totpSince: expect.any(String) });
  });
});
