import { expectRefused } from '../support/factors.js';
import { PASSWORD, useOidc } from '../support/oidc-visits.js';
import { type Person, register, signInAnew } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

describe('the sites that sign an account in', () => {
  const { club, signIn, askToLink, userOf } = useOidc();

  const list = async ({ auth }: Pick<Person, 'auth'>) =>
    (await club.app.request.get('/api/v1/auth/links').set(auth).expect(200)).body.items;
  const remove = ({ auth }: Pick<Person, 'auth'>, id: string, body: object = {}) =>
    club.app.request.post(`/api/v1/auth/links/${id}/remove`).set(auth).send(body);
  const link = async ({ auth }: Pick<Person, 'auth'>, account: string, current?: string) => {
    const { proof } = (await signIn(account, { purpose: 'link' })).message;
    await askToLink(auth, { proof, current }).expect(204);
  };
  /** An account that a site created. */
  const arrive = async (account: string) => {
    const { refreshToken } = (await signIn(account)).message;
    const { body } = await club.app.request.post('/api/v1/auth/refresh').send({ refreshToken });
    return { id: body.user.id, auth: { authorization: `Bearer ${body.accessToken}` } };
  };
  const age = ({ id }: { id: string }) =>
    club.database.query(
      `update sessions set created_at = created_at - interval '11 minutes' where user_id = $1`,
      [id],
    );

  it('are listed by name, and unlinked', async () => {
    const anna = await register(club.app);
    await link(anna, 'anna-listed', PASSWORD);
    const items = await list(anna);
    expect(items).toEqual([
      {
        id: expect.any(String),
        name: 'Tests',
        since: expect.stringMatching(/Z$/),
        origin: false,
      },
    ]);
    await remove(anna, items[0].id).expect(204);
    expect(await list(anna)).toEqual([]);
    expectRefused(await remove(anna, items[0].id), 404, 'link-not-found');
    expect((await userOf(await signIn('anna-listed'))).id).not.toBe(anna.id);
  });

  it('are nobody else’s to unlink', async () => {
    const [anna, boris] = [await register(club.app), await register(club.app)];
    await link(anna, 'anna-alone', PASSWORD);
    const [{ id }] = await list(anna);
    expectRefused(await remove(boris, id), 404, 'link-not-found');
    expect(await list(anna)).toHaveLength(1);
  });

  it('need the password, or a fresh sign-in', async () => {
    const anna = await register(club.app);
    await link(anna, 'anna-later', PASSWORD);
    const [{ id }] = await list(anna);
    await age(anna);
    expectRefused(await remove(anna, id), 403, 'fresh-sign-in-required');
    expectRefused(await remove(anna, id, { current: 'wrong' }), 403, 'wrong-password', '/current');
    await remove(anna, id, { current: PASSWORD }).expect(204);
  });

  it('need two factors where the account has another one', async () => {
    const anna = await register(club.app);
    await link(anna, 'anna-of-two', PASSWORD);
    const [{ id }] = await list(anna);
    await club.database.query(
      `insert into totp_factors (user_id, secret, confirmed_at) values ($1, '\\x00', now())`,
      [anna.id],
    );
    const refused = await remove(anna, id, { current: PASSWORD });
    expectRefused(refused, 403, 'second-factor-required');
  });

  it('stay where the account was made with them, so that nobody comes anew', async () => {
    const petr = await arrive('petr-made');
    const [{ id }] = await list(petr);
    await link(petr, 'petr-second');
    expectRefused(await remove(petr, id), 409, 'site-of-origin');
    expect((await userOf(await signIn('petr-made'))).id).toBe(petr.id);
  });

  it('end the other sessions of the account when they go', async () => {
    const anna = await register(club.app);
    await link(anna, 'anna-elsewhere', PASSWORD);
    const { refreshToken } = (await signIn('anna-elsewhere')).message;
    const [{ id }] = await list(anna);
    await remove(anna, id, { current: PASSWORD }).expect(204);
    await club.app.request.post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
    expect(await list(anna)).toEqual([]);
  });

  it.each([
    ['the last one', ''],
    ['the last one beside a site that signs nobody in any more', 'https://old.example'],
  ])('stay where they are %s', async (_, old) => {
    const anna = await register(club.app);
    const account = `anna-alone-${old.length}`;
    await link(anna, account, PASSWORD);
    const [{ id }] = await list(anna);
    await club.database.query('update users set password_hash = null where id = $1', [anna.id]);
    if (old)
      await club.database.query(
        `insert into identities (issuer, subject, user_id) values ($2, 'anna', $1)`,
        [anna.id, old],
      );
    expectRefused(await remove(anna, id), 409, 'last-way-in');
    expect((await list(anna)).map((one: { id: string }) => one.id)).toContain(id);
    expect((await userOf(await signIn(account))).id).toBe(anna.id);
  });

  it('stay where no passkey signs in any more', async () => {
    const anna = await register(club.app);
    await link(anna, 'anna-of-passkeys', PASSWORD);
    const [{ id }] = await list(anna);
    await club.database.query(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, name, backed_up, by_password)
       values (gen_random_uuid(), $1, '\\x01', '', 0, 'Key', false, false)`,
      [anna.id],
    );
    const moved = await createTestApp(club.database, {
      PUBLIC_URL: 'http://127.0.0.1:3000',
      OIDC_PROVIDERS: club.provider.entry('test', 'Tests'),
    });
    const { auth } = await signInAnew(moved, anna);
    await club.database.query('update users set password_hash = null where id = $1', [anna.id]);
    await club.database.query('update sessions set second_factor = true where user_id = $1', [
      anna.id,
    ]);
    const refused = await moved.request.post(`/api/v1/auth/links/${id}/remove`).set(auth).send({});
    await moved.close();
    expectRefused(refused, 409, 'last-way-in');
    // A node caches a session for a second.
    await until('it to go elsewhere', async () => (await remove(anna, id)).status === 204);
  });
});
