import { SUBJECTS } from '../support/mails.js';
import { register } from '../support/people.js';
import { NEW_PASSWORD, proofActs } from '../support/proof-acts.js';
import { useSite } from '../support/site.js';

/** `altered-tokens.spec.ts` tests altered tokens. */
describe('links of mails have a token', () => {
  const site = useSite();
  const { post, addressOf, tokenTo, forget, changeEmail, newAddress, expectNotValid } =
    proofActs(site);
  /** Expires all tokens in the database. */
  const expire = () => site.database.query('update account_proofs set expires_at = now()');
  const all = async () => {
    const [anna, email] = [await register(site.app), newAddress()];
    const confirm = await tokenTo(addressOf(anna), SUBJECTS.confirm);
    const reset = await forget(addressOf(anna));
    const change = await changeEmail(anna, email);
    return { anna, confirm, reset, change };
  };
  const ways = ({ confirm, reset, change }: Record<'confirm' | 'reset' | 'change', string>) =>
    [
      ['verify-email', { token: confirm }],
      ['verify-email', { token: change }],
      ['reset-password', { token: reset, password: NEW_PASSWORD }],
    ] as const;

  it('that expires', async () => {
    const tokens = await all();
    await expire();
    for (const [path, body] of ways(tokens)) await expectNotValid(path, body);
  });

  it('of one purpose alone', async () => {
    const { confirm, reset, change } = await all();
    await expectNotValid('verify-email', { token: reset });
    for (const token of [confirm, change]) {
      await expectNotValid('reset-password', { token, password: NEW_PASSWORD });
      await expectNotValid('email/take-back', { token });
    }
    await expectNotValid('email/take-back', { token: reset });
  });

  it('that is bound to its address, account and purpose', async () => {
    const tokens = await all();
    const boris = await register(site.app);
    const [id] = tokens.reset.split('.');
    for (const change of [
      `email_key = 'boris@example.org'`,
      `user_id = '${boris.id}'`,
      `purpose = 'change'`,
    ]) {
      const [, column] = /^(\w+)/.exec(change)!;
      const [{ former }] = await site.database.query<{ former: string }>(
        `update account_proofs set ${change} from (select ${column} as former from account_proofs where id = $1) f
           where id = $1 returning former`,
        [id],
      );
      await expectNotValid('reset-password', { token: tokens.reset, password: NEW_PASSWORD });
      await expectNotValid('verify-email', { token: tokens.reset });
      await site.database.query(`update account_proofs set ${column} = $2 where id = $1`, [
        id,
        former,
      ]);
    }
    await post('reset-password', { token: tokens.reset, password: NEW_PASSWORD }).expect(200);
  });

  it('that stands in no table and in no job', async () => {
    const { confirm, reset, change } = await all();
    const macs = [confirm, reset, change].map((token) => token.split('.')[1]);
    const tables = await site.database.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
         where schemaname in ('public', 'graphile_worker')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const rows = await site.database.query<{ row: string }>(
        `select t::text as row from ${name} t`,
      );
      const found = rows.filter(({ row }) => macs.some((mac) => row.includes(mac)));
      expect({ name, found }).toEqual({ name, found: [] });
    }
  });
});
