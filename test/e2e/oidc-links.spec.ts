import { AccountRepair } from '../../src/auth/identity/account-repair.js';
import { expectProblem } from '../support/problems.js';
import { SUBJECTS } from '../support/mails.js';
import { type Person, register } from '../support/people.js';

import { NEW_PASSWORD, PASSWORD, useOidc } from '../support/oidc-visits.js';

describe('a site of OpenID Connect', () => {
  const { club, start, signIn, askToLink, post, tokenTo, userOf } = useOidc();

  it('is linked to an account by the member who is signed in, and to one alone', async () => {
    const [anna, petr] = [await register(club.app), await register(club.app)];
    const linked = await signIn('anna-elsewhere', { purpose: 'link' });
    expect(linked.message).toEqual({ type: 'colloquy:identity', proof: expect.any(String) });
    const link = (auth: object, proof = linked.message.proof) =>
      askToLink(auth, { proof, current: PASSWORD });
    await link({}).expect(401);
    await link(anna.auth).expect(204);
    await link(anna.auth).expect(204);
    const taken = await link(petr.auth);
    expectProblem({ ...taken, status: taken.status }, 409, { slug: 'identity-taken' });
    expect((await userOf(await signIn('anna-elsewhere'))).id).toBe(anna.id);
    const { cookie } = await start();
    for (const proof of ['', 'x.y.z', anna.token, cookie.split(/[=;]/)[1]]) {
      const refused = await link(petr.auth, proof);
      expectProblem({ ...refused, status: refused.status }, 403, {
        slug: 'invalid-identity-proof',
      });
    }
  });

  it('is linked to an account that has a password by who knows it, and to any other by its holder', async () => {
    const anna = await register(club.app);
    const { proof } = (await signIn('anna-asks', { purpose: 'link' })).message;
    for (const current of [undefined, '', 'wrong', 'x'.repeat(5_000)]) {
      const refused = await askToLink(anna.auth, { proof, current });
      expectProblem({ ...refused, status: refused.status }, 403, { slug: 'wrong-password' });
    }
    await askToLink(anna.auth, { proof, current: PASSWORD }).expect(204);
    const { refreshToken } = (await signIn('petr-alone')).message;
    const { body } = await club.app.request.post('/api/v1/auth/refresh').send({ refreshToken });
    const auth = { authorization: `Bearer ${body.accessToken}` };
    const more = (await signIn('petr-elsewhere', { purpose: 'link' })).message;
    const open = (sign: string) =>
      club.database.query(
        `update sessions set created_at = created_at ${sign} interval '11 minutes' where user_id = $1`,
        [body.user.id],
      );
    await open('-');
    const late = await askToLink(auth, { proof: more.proof });
    expectProblem(late, 403, { slug: 'fresh-sign-in-required' });
    await open('+');
    await askToLink(auth, { proof: more.proof }).expect(204);
    expect((await userOf(await signIn('petr-elsewhere'))).id).toBe(body.user.id);
  });

  describe('once it was linked, opens the account no more', () => {
    const ways: [string, (anna: Person, email: string) => Promise<unknown>][] = [
      [
        'the password was changed',
        ({ auth }) => {
          const change = { current: PASSWORD, password: NEW_PASSWORD };
          return club.app.request
            .put('/api/v1/users/me/password')
            .set(auth)
            .send(change)
            .expect(204);
        },
      ],
      [
        'the password was chosen anew',
        async (_, email) => {
          await post('forgot-password', { email }).expect(202);
          const token = await tokenTo(email, SUBJECTS.reset);
          await post('reset-password', { token, password: NEW_PASSWORD }).expect(200);
        },
      ],
      [
        'the address was taken back',
        async ({ auth }, email) => {
          const change = { email: `of-${email}`, current: PASSWORD };
          await club.app.request.put('/api/v1/users/me/email').set(auth).send(change).expect(202);
          const token = await tokenTo(change.email, SUBJECTS.change);
          await post('verify-email', { token }).expect(200);
          const back = await tokenTo(email, SUBJECTS.takeBack);
          await post('email/take-back', { token: back }).expect(200);
        },
      ],
      [
        'its owner said that it was somebody else',
        async (_, email) => {
          const token = await tokenTo(email, SUBJECTS.site);
          await post('not-me', { token }).expect(200);
        },
      ],
      [
        'an operator gave a password',
        ({ username }) =>
          club.app.app.get(AccountRepair, { strict: false }).renewPassword(username),
      ],
    ];

    it.each(ways)('after %s', async (way, go) => {
      const anna = await register(club.app);
      const { proof } = (await signIn(way, { purpose: 'link' })).message;
      await club.database.query('update users set email_verified_at = now() where id = $1', [
        anna.id,
      ]);
      await askToLink(anna.auth, { proof, current: PASSWORD }).expect(204);
      expect((await userOf(await signIn(way))).id).toBe(anna.id);
      await go(anna, `${anna.username}@example.org`);
      expect((await userOf(await signIn(way))).id).not.toBe(anna.id);
    });

    it('but the one that the account was made with does', async () => {
      const email = 'made-elsewhere@example.org';
      club.provider.claims.set('made-elsewhere', { email, email_verified: true });
      const made = await userOf(await signIn('made-elsewhere'));
      await post('forgot-password', { email }).expect(202);
      const token = await tokenTo(email, SUBJECTS.reset);
      await post('reset-password', { token, password: NEW_PASSWORD }).expect(200);
      expect((await userOf(await signIn('made-elsewhere'))).id).toBe(made.id);
    });
  });
});
