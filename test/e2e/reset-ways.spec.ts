import { PASSWORD } from '../support/accounts.js';
import { expectRefused } from '../support/factors.js';
import { mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, type SignedIn } from '../support/people.js';
import { OTHER_PASSWORD, usePasskeys } from '../support/passkey-acts.js';

describe('a new password by mail', () => {
  const { accounts, steps, post, list, ask, signIn, enrol, signInByTwo, expectNone } =
    usePasskeys();
  const join = () => accounts.joinConfirmed();

  const forget = async ({ user }: SignedIn) => {
    const email = `${user.username}@example.org`;
    await post('forgot-password', { email }).expect(202);
    return tokenIn(await mailTo(accounts.service, email, SUBJECTS.reset));
  };
  const recent = async (token: string) =>
    (await post('reset-password/ways', { token }).expect(200)).body.items;
  const idsOf = async (token: string) =>
    (await recent(token)).map(({ id }: { id: string }) => id) as string[];
  const choose = (token: string, remove?: string[]) =>
    post('reset-password', { token, password: OTHER_PASSWORD, remove });
  const age = ({ user }: SignedIn, table: string, column: string) =>
    accounts.database.query(
      `update ${table} set ${column} = ${column} - interval '8 days' where user_id = $1`,
      [user.id],
    );

  it('takes away what was added in the last week, and nothing that is older', async () => {
    const anna = await join();
    const app = await steps.enrol(anna);
    const own = await signInByTwo(anna, app);
    const kept = await enrol(own);
    await age(anna, 'totp_factors', 'confirmed_at');
    await age(anna, 'passkeys', 'created_at');
    const strange = await enrol(own);
    const all = (await list(own)).map(({ id }: { id: string }) => id);
    const token = await forget(anna);
    const items = await recent(token);
    expect(items).toEqual([
      { id: all[0], kind: 'passkey', name: 'Phone', addedAt: expect.stringMatching(/Z$/) },
    ]);
    const [{ id: appId }] = await accounts.database.query<{ id: string }>(
      'select id from totp_factors where user_id = $1',
      [anna.user.id],
    );
    await choose(token, [...all, appId]).expect(200);
    await expectNone(strange);
    const { body } = await signIn(kept.answer(await ask())).expect(200);
    expect(await steps.find(body)).toMatchObject({ totpSince: expect.any(String) });
  });

  it('takes the app of an intruder away, with what stands on it', async () => {
    const anna = await join();
    const thief = await accounts.signIn(anna);
    const app = await steps.enrol(thief);
    const strange = await enrol(await signInByTwo(anna, app));
    const token = await forget(anna);
    expect((await recent(token)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'passkey',
      'app',
    ]);
    await choose(token, await idsOf(token)).expect(200);
    await expectNone(strange);
    await logIn(accounts.service, anna.user.username, OTHER_PASSWORD);
  });

  it('leaves what its owner keeps, and what is another account’s', async () => {
    const [anna, boris] = [await join(), await join()];
    await steps.enrol(anna);
    await steps.enrol(boris);
    const token = await forget(anna);
    await choose(token, await idsOf(await forget(boris))).expect(200);
    expect(await steps.begin(anna, OTHER_PASSWORD)).toEqual(expect.any(String));
    expect(await steps.begin(boris, PASSWORD)).toEqual(expect.any(String));
  });

  it('lists nothing by a link that is used, or of another kind', async () => {
    const anna = await join();
    await steps.enrol(anna);
    const email = `${anna.user.username}@example.org`;
    const other = tokenIn(await mailTo(accounts.service, email, SUBJECTS.app));
    const token = await forget(anna);
    await choose(token).expect(200);
    for (const one of [token, other]) {
      const refused = await post('reset-password/ways', { token: one });
      expectRefused(refused, 422, 'link-not-valid', '/token');
    }
  });
});
