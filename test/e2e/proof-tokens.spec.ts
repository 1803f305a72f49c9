import { randomBytes } from 'node:crypto';
import { FULL } from '../support/full-form.js';
import { SUBJECTS } from '../support/mails.js';
import { register } from '../support/people.js';
import { NEW_PASSWORD, proofActs } from '../support/proof-acts.js';
import { useSite } from '../support/site.js';

/** Ten thousand are tried in `src/auth/proofs/proof-tokens.spec.ts`: each takes milliseconds here. */
const ALTERED = FULL ? 2_000 : 500;
const AT_ONCE = 20;

describe('links of mails have a token', () => {
  const site = useSite();
  const { post, addressOf, me, tokenTo, forget, changeEmail, newAddress, expectNotValid } =
    proofActs(site);
  /** Behind the service's back, for what time would do. */
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

  it(`of which ${ALTERED} altered ones open nothing`, async () => {
    const { anna, ...tokens } = await all();
    const sources = ways(tokens);
    const answers = new Map<number, number>();
    for (let made = 0; made < ALTERED; made += AT_ONCE) {
      const few = Array.from({ length: AT_ONCE }, (_, nth) => {
        // Each kind of change is made to each source, at ever other places.
        const seed = Math.floor((made + nth) / sources.length);
        const [path, body] = sources[(made + nth) % sources.length];
        return post(path, { ...body, token: altered(body.token, seed) });
      });
      for (const { status } of await Promise.all(few))
        answers.set(status, (answers.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(answers)).toEqual({ 422: ALTERED });
    expect(await me(anna)).toMatchObject({ emailVerified: false, email: addressOf(anna) });
    // Of the others each changes what the next one holds to.
    await post('verify-email', { token: tokens.confirm }).expect(200);
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

const KINDS: readonly ((id: string, mac: string, nth: number) => string)[] = [
  (id, mac, nth) => {
    const bytes = Buffer.from(mac, 'base64url');
    bytes[nth % 32] ^= 1 << (Math.floor(nth / 32) % 8);
    return `${id}.${bytes.toString('base64url')}`;
  },
  (id) => `${id}.${randomBytes(32).toString('base64url')}`,
  (id, mac, nth) => `${id}.${mac.slice(0, -1 - (nth % 20))}`,
  (id, mac, nth) => `${id}.${mac}${'A'.repeat(1 + (nth % 7))}`,
  (id, mac) => `${id.slice(0, -4)}${randomBytes(2).toString('hex')}.${mac}`,
  (id, mac, nth) =>
    [`${id.toUpperCase()}.${mac}`, `${id}.${mac}=`, `${id}..${mac}`, `${mac}.${id}`][nth % 4],
];

/** A token that is like another one: a bit, a letter, a case, a length, or another id. */
function altered(token: string, seed: number): string {
  const [id, mac] = token.split('.');
  return KINDS[seed % KINDS.length](id, mac, Math.floor(seed / KINDS.length));
}
