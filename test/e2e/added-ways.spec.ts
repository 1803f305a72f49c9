import { PASSWORD } from '../support/accounts.js';
import { expectRefused } from '../support/factors.js';
import { waitForJobs } from '../support/jobs.js';
import { mailsTo, mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, type SignedIn } from '../support/people.js';
import { OTHER_PASSWORD, usePasskeys } from '../support/passkey-acts.js';
import { untilFound } from '../support/until.js';

describe('a way in that was added', () => {
  const { accounts, steps, post, list, ask, signIn, enrol, signInByTwo, expectNone } =
    usePasskeys();
  const join = () => accounts.joinConfirmed();

  const addressOf = ({ user }: SignedIn) => `${user.username}@example.org`;
  const told = async (member: SignedIn, subject: string) =>
    tokenIn(await mailTo(accounts.service, addressOf(member), subject));
  const expectNotValid = async (token: string) =>
    expectRefused(await post('not-me', { token }), 422, 'link-not-valid', '/token');
  const expectEnded = async ({ refreshToken }: SignedIn) =>
    void (await post('refresh', { refreshToken }).expect(401));
  const chooseAnew = async (member: SignedIn) => {
    const token = await told(member, SUBJECTS.reset);
    await post('reset-password', { token, password: OTHER_PASSWORD }).expect(200);
    return logIn(accounts.service, member.user.username, OTHER_PASSWORD);
  };

  it('an app, is taken away by who did not add it, with the sessions and the password', async () => {
    const anna = await join();
    const thief = await accounts.signIn(anna);
    await steps.enrol(thief);
    const token = await told(anna, SUBJECTS.app);
    const { body } = await post('not-me', { token }).expect(200);
    expect(body).toEqual({ username: anna.user.username, email: addressOf(anna) });
    for (const one of [anna, thief]) await expectEnded(one);
    await post('login', { login: anna.user.username, password: PASSWORD }).expect(401);
    await expectNotValid(token);
    const back = await chooseAnew(anna);
    expect(await steps.find(back)).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
  });

  it('an app, is that one and none that came later', async () => {
    const anna = await join();
    const first = await steps.enrol(anna);
    const token = await told(anna, SUBJECTS.app);
    await steps.forgetSteps(anna);
    const removal = { code: first.code(), current: PASSWORD };
    await steps.call(anna, 'remove', removal).expect(204);
    await steps.enrol(anna);
    await post('not-me', { token }).expect(200);
    const reset = await told(anna, SUBJECTS.reset);
    await post('reset-password', { token: reset, password: OTHER_PASSWORD }).expect(200);
    await steps.begin(anna, OTHER_PASSWORD);
  });

  it('a passkey, is taken away alone, and each has its own link', async () => {
    const anna = await join();
    const app = await steps.enrol(anna);
    const own = await signInByTwo(anna, app);
    const kept = await enrol(own);
    const first = await told(anna, SUBJECTS.passkey);
    const strange = await enrol(own);
    const second = await untilFound('the link of the second', async () => {
      const link = await told(anna, SUBJECTS.passkey);
      return link === first ? null : link;
    });
    await post('not-me', { token: second }).expect(200);
    await expectNone(strange);
    const { body } = await signIn(kept.answer(await ask())).expect(200);
    expect(await list(body)).toHaveLength(1);
    await post('not-me', { token: first }).expect(200);
    await expectNone(kept);
  });

  it('codes: new ones and a used one are told of, and all go', async () => {
    const anna = await join();
    const app = await steps.enrol(anna);
    const [code] = app.recoveryCodes;
    const challenge = await steps.begin(anna, PASSWORD);
    const { body: strange } = await post('totp/verify', { challenge, code }).expect(200);
    const used = await told(anna, SUBJECTS.code);
    await steps.forgetSteps(anna);
    await steps.call(strange, 'recovery-codes', { code: app.code() }).expect(200);
    const renewed = await told(anna, SUBJECTS.codes);
    await post('not-me', { token: renewed }).expect(200);
    const left = await accounts.database.query('select 1 from recovery_codes where user_id = $1', [
      anna.user.id,
    ]);
    expect(left).toEqual([]);
    await expectEnded(strange);
    await post('not-me', { token: used }).expect(200);
  });

  it('is told of in the language of the account, at the address that it has', async () => {
    const anna = await join();
    await accounts.setUser(anna, `language = 'lv'`);
    await steps.enrol(anna);
    const mail = await mailTo(
      accounts.service,
      addressOf(anna),
      'Jūsu kontam ir pievienota lietotne',
    );
    expect(mail.text).toContain('/account/not-me#token=');
  });

  it('is told of by no mail to an address that nobody has confirmed', async () => {
    const anna = await accounts.join();
    await steps.enrol(anna);
    expect(
      await accounts.database.query(
        `select 1 from account_proofs where user_id = $1 and purpose = 'not-me'`,
        [anna.user.id],
      ),
    ).toEqual([]);
  });

  it('is told of by no mail where the act fails, or the account has no address', async () => {
    const anna = await join();
    // The registration's mail is sent after the answer, and not at all once the address is gone.
    await waitForJobs(accounts.database);
    const begun = (await steps.call(anna, 'begin').expect(200)).body;
    expect(begun.secret).toBeDefined();
    await steps.call(anna, 'confirm', { code: '000000' }).expect(403);
    const proofs = () =>
      accounts.database.query(
        `select 1 from account_proofs where user_id = $1 and purpose = 'not-me'`,
        [anna.user.id],
      );
    expect(await proofs()).toEqual([]);
    await accounts.setUser(anna, 'email = null, email_key = null, email_verified_at = null');
    await enrol(anna);
    expect(await proofs()).toEqual([]);
    await waitForJobs(accounts.database);
    expect(await mailsTo(accounts.service, addressOf(anna))).toHaveLength(1);
  });

  it('is taken away by its own token alone, while the account has the address', async () => {
    const anna = await join();
    await steps.enrol(anna);
    const token = await told(anna, SUBJECTS.app);
    const [id] = token.split('.');
    for (const change of [`way = 'passkey'`, 'way_id = user_id', `purpose = 'take-back'`]) {
      const [kept] = await accounts.database.query<{ way: string; way_id: string }>(
        'select way, way_id from account_proofs where id = $1',
        [id],
      );
      await accounts.database.query(`update account_proofs set ${change} where id = $1`, [id]);
      await expectNotValid(token);
      await accounts.database.query(
        `update account_proofs set way = $2, way_id = $3, purpose = 'not-me' where id = $1`,
        [id, kept.way, kept.way_id],
      );
    }
    await accounts.setUser(anna, `email = 'b@example.org', email_key = 'b@example.org'`);
    await expectNotValid(token);
    await accounts.setUser(
      anna,
      `email = $$${addressOf(anna)}$$, email_key = $$${addressOf(anna)}$$`,
    );
    await accounts.database.query(`update account_proofs set expires_at = now() where id = $1`, [
      id,
    ]);
    await expectNotValid(token);
  });
});
