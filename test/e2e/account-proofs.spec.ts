import { randomBytes } from 'node:crypto';
import { FULL } from '../support/full-form.js';
import { mailsTo, mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'another battery staple';
/** Ten thousand are tried in `proof-tokens.spec`: each takes milliseconds here. */
const ALTERED = FULL ? 2_000 : 500;

describe('links of mails', () => {
  const site = useSite({ people: { editor: 'moderator' } });

  const post = (path: string, body: object) =>
    site.app.request.post(`/api/v1/auth/${path}`).send(body);
  const addressOf = ({ username }: Person) => `${username}@example.org`;
  const me = async ({ auth }: Person) =>
    (await site.app.request.get('/api/v1/users/me').set(auth).expect(200)).body;
  const tokenTo = async (to: string, subject: string) =>
    tokenIn(await mailTo(site.app, to, subject));
  const forget = async (email: string) => {
    await post('forgot-password', { email }).expect(202);
    return tokenTo(email, SUBJECTS.reset);
  };
  const changeEmail = async (person: Person, email: string) => {
    const change = { email, current: PASSWORD };
    await site.app.request.put('/api/v1/users/me/email').set(person.auth).send(change).expect(202);
    return tokenTo(email, SUBJECTS.change);
  };
  const newAddress = () => `new-${randomBytes(6).toString('hex')}@example.org`;
  const expectNotValid = async (path: string, body: object) => {
    const answer = await post(path, body).expect(422);
    expect(answer.body.type).toBe('/problems/link-not-valid');
  };
  /** Behind the service's back, for what time would do. */
  const expire = () => site.database.query('update account_proofs set expires_at = now()');

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
      await until('both requests to be done with', async () => {
        return (await site.database.query('select 1 from proof_requests')).length === 0;
      });
      expect(await mailsTo(site.app, 'nobody@example.org')).toEqual([]);
    });
  });

  describe('to another address', () => {
    it('change it when they are opened, and tell the former one', async () => {
      const anna = await register(site.app);
      const email = newAddress();
      const token = await changeEmail(anna, email);
      expect((await me(anna)).email).toBe(addressOf(anna));
      await post('verify-email', { token }).expect(200);
      expect(await me(anna)).toMatchObject({ email, emailVerified: true });
      await logIn(site.app, email, PASSWORD);
      const told = await mailTo(site.app, addressOf(anna), SUBJECTS.takeBack);
      expect(told.text).toContain('/account/address#token=');
      await expectNotValid('verify-email', { token });
    });

    it('are refused to who does not know the password', async () => {
      const anna = await register(site.app);
      const change = { email: newAddress(), current: 'wrong' };
      const answer = await site.app.request
        .put('/api/v1/users/me/email')
        .set(anna.auth)
        .send(change)
        .expect(403);
      expect(answer.body.type).toBe('/problems/wrong-password');
    });

    it('are worth nothing once the password has changed', async () => {
      const anna = await register(site.app);
      const token = await changeEmail(anna, newAddress());
      const change = { current: PASSWORD, password: NEW_PASSWORD };
      await site.app.request
        .put('/api/v1/users/me/password')
        .set(anna.auth)
        .send(change)
        .expect(204);
      await expectNotValid('verify-email', { token });
      expect((await me(anna)).email).toBe(addressOf(anna));
    });

    it('do not go to an address that an account has confirmed, which is told', async () => {
      const [anna, boris] = [await register(site.app), await register(site.app)];
      const token = await tokenTo(addressOf(boris), SUBJECTS.confirm);
      await post('verify-email', { token }).expect(200);
      const change = { email: addressOf(boris), current: PASSWORD };
      await site.app.request.put('/api/v1/users/me/email').set(anna.auth).send(change).expect(202);
      const told = await mailTo(site.app, addressOf(boris), SUBJECTS.taken);
      expect(told.text).toContain(`@${boris.username}`);
      expect(told.text).not.toContain('token=');
      expect(told.text).not.toContain(anna.username);
    });

    it('give it to who proves it, where another account never did, and say so before', async () => {
      const [anna, boris] = [await register(site.app), await register(site.app)];
      const email = addressOf(boris);
      const token = await changeEmail(anna, email);
      const { text } = await mailTo(site.app, email, SUBJECTS.change);
      expect(text).toContain(`The account @${boris.username} has this address, too`);
      await post('verify-email', { token }).expect(200);
      expect(await me(anna)).toMatchObject({ email, emailVerified: true });
      expect(await me(boris)).toMatchObject({ email: null, emailVerified: false });
      await logIn(site.app, boris.username, PASSWORD);
      expect((await logIn(site.app, email, PASSWORD)).user.id).toBe(anna.id);
      const another = newAddress();
      await post('verify-email', { token: await changeEmail(boris, another) }).expect(200);
      expect(await me(boris)).toMatchObject({ email: another, emailVerified: true });
    });

    it('take none from staff, who were chosen by an administrator', async () => {
      const [anna, email] = [await register(site.app), addressOf(site.editor)];
      const change = { email, current: PASSWORD };
      await site.app.request.put('/api/v1/users/me/email').set(anna.auth).send(change).expect(202);
      const told = await mailTo(site.app, email, SUBJECTS.taken);
      expect(told.text).not.toContain('token=');
    });

    it('give it to one of two who were asked', async () => {
      const [anna, boris] = [await register(site.app), await register(site.app)];
      const email = newAddress();
      const first = await changeEmail(anna, email);
      await changeEmail(boris, email);
      await until('both mails', async () => (await mailsTo(site.app, email)).length === 2);
      const second = (await mailsTo(site.app, email)).map(tokenIn).find((one) => one !== first)!;
      await post('verify-email', { token: first }).expect(200);
      const answer = await post('verify-email', { token: second }).expect(409);
      expect(answer.body.type).toBe('/problems/email-taken');
      expect((await me(boris)).email).toBe(addressOf(boris));
    });
  });

  describe('that take an address back', () => {
    it('end every session and the password, and lead to a new one', async () => {
      const anna = await register(site.app);
      const thief = await logIn(site.app, anna.username, PASSWORD);
      const stolen = newAddress();
      await post('verify-email', { token: await changeEmail(anna, stolen) }).expect(200);
      const token = await tokenTo(addressOf(anna), SUBJECTS.takeBack);
      const answer = await post('email/take-back', { token }).expect(200);
      expect(answer.body).toEqual({ username: anna.username, email: addressOf(anna) });
      await post('refresh', { refreshToken: thief.refreshToken }).expect(401);
      await post('login', { login: anna.username, password: PASSWORD }).expect(401);
      const reset = await tokenTo(addressOf(anna), SUBJECTS.reset);
      await post('reset-password', { token: reset, password: NEW_PASSWORD }).expect(200);
      const { accessToken } = await logIn(site.app, addressOf(anna), NEW_PASSWORD);
      const header = { authorization: `Bearer ${accessToken}` };
      const mine = await site.app.request.get('/api/v1/users/me').set(header).expect(200);
      expect(mine.body.email).toBe(addressOf(anna));
      await expectNotValid('email/take-back', { token });
    });

    it('take it from who has registered with it meanwhile', async () => {
      const anna = await register(site.app);
      const email = addressOf(anna);
      await post('verify-email', { token: await changeEmail(anna, newAddress()) }).expect(200);
      const squatter = { username: `${anna.username}-2`, email, password: PASSWORD };
      await post('register', squatter).expect(201);
      const token = await tokenTo(email, SUBJECTS.takeBack);
      const answer = await post('email/take-back', { token }).expect(200);
      expect(answer.body).toEqual({ username: anna.username, email });
      const reset = await tokenTo(email, SUBJECTS.reset);
      await post('reset-password', { token: reset, password: NEW_PASSWORD }).expect(200);
      expect((await logIn(site.app, email, NEW_PASSWORD)).user.id).toBe(anna.id);
      await logIn(site.app, squatter.username, PASSWORD);
    });

    it('outlast further changes, which cannot be taken back then', async () => {
      const anna = await register(site.app);
      const [second, third] = [newAddress(), newAddress()];
      await post('verify-email', { token: await changeEmail(anna, second) }).expect(200);
      await post('verify-email', { token: await changeEmail(anna, third) }).expect(200);
      const mine = await tokenTo(addressOf(anna), SUBJECTS.takeBack);
      const thiefs = await tokenTo(second, SUBJECTS.takeBack);
      await post('email/take-back', { token: mine }).expect(200);
      await expectNotValid('email/take-back', { token: thiefs });
    });
  });

  describe('have a token', () => {
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
      const sources = Object.values(tokens);
      const answers = new Map<number, number>();
      for (let made = 0; made < ALTERED; made += 20) {
        const few = Array.from({ length: 20 }, (_, nth) =>
          altered(sources[(made + nth) % sources.length], made + nth),
        );
        const got = await Promise.all(few.map((token) => post('verify-email', { token })));
        for (const { status } of got) answers.set(status, (answers.get(status) ?? 0) + 1);
      }
      expect(Object.fromEntries(answers)).toEqual({ 422: Math.ceil(ALTERED / 20) * 20 });
      expect(await me(anna)).toMatchObject({ emailVerified: false, email: addressOf(anna) });
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
});

/** A token that is like another one: a bit, a letter, a case, a length, or another id. */
function altered(token: string, seed: number): string {
  const [id, mac] = token.split('.');
  const bytes = Buffer.from(mac, 'base64url');
  switch (seed % 6) {
    case 0:
      bytes[seed % bytes.length] ^= 1 << (seed % 8);
      return `${id}.${bytes.toString('base64url')}`;
    case 1:
      return `${id}.${randomBytes(32).toString('base64url')}`;
    case 2:
      return `${id}.${mac.slice(0, -1 - (seed % 20))}`;
    case 3:
      return `${id}.${mac}${'A'.repeat(1 + (seed % 7))}`;
    case 4:
      return `${id.slice(0, -4)}${randomBytes(2).toString('hex')}.${mac}`;
    default:
      return [`${id.toUpperCase()}.${mac}`, `${id}.${mac}=`, `${id}..${mac}`, `${mac}.${id}`][
        seed % 4
      ];
  }
}
