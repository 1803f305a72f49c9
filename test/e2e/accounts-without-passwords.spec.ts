import { expectRefused } from '../support/factors.js';
import { SUBJECTS } from '../support/mails.js';
import { NEW_PASSWORD, PASSWORD, useOidc } from '../support/oidc-visits.js';
import { logIn, register } from '../support/people.js';

describe('an account without a password', () => {
  const { club, signIn, post, tokenTo, userOf } = useOidc();

  /** An account that another site created, without an address. */
  const arrive = async (account: string) => {
    const { refreshToken } = (await signIn(account)).message;
    const { body } = await post('refresh', { refreshToken }).expect(200);
    const auth = { authorization: `Bearer ${body.accessToken}` };
    return { id: body.user.id as string, username: body.user.username as string, auth };
  };
  type Arrived = Awaited<ReturnType<typeof arrive>>;
  const put = ({ auth }: Pick<Arrived, 'auth'>, path: string, body: object) =>
    club.app.request.put(`/api/v1/users/me/${path}`).set(auth).send(body);
  const getMe = async ({ auth }: Arrived) =>
    (await club.app.request.get('/api/v1/users/me').set(auth).expect(200)).body;

  it('is told how it gets one, and gets an address and a password by mails', async () => {
    const olga = await arrive('olga');
    expect(await getMe(olga)).toMatchObject({ email: null });
    const change = { current: '', password: NEW_PASSWORD };
    const refused = await put(olga, 'password', change);
    expectRefused(refused, 409, 'no-password');
    expect(refused.body.detail).toContain('PUT /users/me/email');
    const email = 'olga@example.org';
    await put(olga, 'email', { email }).expect(202);
    expect(await getMe(olga)).toMatchObject({ email: null });
    const token = await tokenTo(email, SUBJECTS.change);
    await post('verify-email', { token }).expect(200);
    expect(await getMe(olga)).toMatchObject({ email, emailVerified: true });
    expectRefused(await put(olga, 'password', change), 409, 'no-password');
    await post('forgot-password', { email }).expect(202);
    const reset = await tokenTo(email, SUBJECTS.reset);
    await post('reset-password', { token: reset, password: NEW_PASSWORD }).expect(200);
    expect((await logIn(club.app, olga.username, NEW_PASSWORD)).user.id).toBe(olga.id);
    expect((await userOf(await signIn('olga'))).id).toBe(olga.id);
  });

  it('gets an address by a fresh sign-in alone, and by two factors where it has them', async () => {
    const petr = await arrive('petr-late');
    const email = 'petr-late@example.org';
    await club.database.query(
      `insert into totp_factors (user_id, secret, confirmed_at) values ($1, '\\x00', now())`,
      [petr.id],
    );
    expectRefused(await put(petr, 'email', { email }), 403, 'second-factor-required');
    await club.database.query(
      `update sessions set created_at = created_at - interval '11 minutes' where user_id = $1`,
      [petr.id],
    );
    expectRefused(await put(petr, 'email', { email }), 403, 'fresh-sign-in-required');
  });

  it('is the only one that leaves its password out', async () => {
    const anna = await register(club.app);
    const email = 'anna-elsewhere@example.org';
    expectRefused(await put(anna, 'email', { email }), 403, 'wrong-password', '/current');
    await put(anna, 'email', { email, current: PASSWORD }).expect(202);
  });
});
