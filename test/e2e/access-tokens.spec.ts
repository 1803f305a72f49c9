import { SignJWT } from 'jose';
import { hkdfSync } from 'node:crypto';
import { Accounts, PASSWORD, SECRET } from '../support/accounts.js';
import type { SignedIn } from '../support/people.js';

describe('tokens', () => {
  const accounts = new Accounts();
  const { bearer, getMe, join, post, refresh, setUser } = accounts;
  beforeAll(() => accounts.open());
  afterAll(() => accounts.close());

  describe('an access token', () => {
    const key = Buffer.from(hkdfSync('sha256', SECRET, '', 'colloquy access tokens v1', 32));

    function sign(
      claims: object,
      header: object = {},
      signedWith: Uint8Array = key,
    ): Promise<string> {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: 'colloquy',
        aud: 'colloquy',
        iat: now,
        exp: now + 60,
        ...claims,
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
        .sign(signedWith);
    }

    it('that is forged is refused everywhere, and one made like ours is not', async () => {
      const anna = await join();
      const [{ id: sid }] = await accounts.database.query<{ id: string }>(
        'select id from sessions where user_id = $1',
        [anna.user.id],
      );
      const other = await join();
      const own = { sub: anna.user.id, sid };
      await getMe(await sign(own)).expect(200);
      const [, payload] = (await sign(own)).split('.');
      const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
      const forged = [
        `${none}.${payload}.`,
        await sign(own, {}, Buffer.from(SECRET)),
        await sign({ ...own, aud: 'other' }),
        await sign({ ...own, iss: 'https://evil.example.org' }),
        await sign(own, { typ: 'JWT' }),
        await sign({ ...own, exp: Math.floor(Date.now() / 1000) - 1 }),
        await sign({ ...own, sub: other.user.id }),
        await sign({ sub: anna.user.id }),
        `${await sign(own)}=`,
        respelled(await sign(own)),
        anna.refreshToken,
      ];
      for (const token of forged) {
        await getMe(token).expect(401);
        const answer = await accounts.service.request
          .get(`/api/v1/users/${anna.user.username}`)
          .set(...bearer(token))
          .expect(401);
        expect(answer.headers['www-authenticate']).toBe('Bearer');
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
    });

    it('under another scheme, or under none, is refused also where guests may read', async () => {
      const { user, accessToken } = await join();
      const path = `/api/v1/users/${user.username}`;
      await accounts.service.request.get(path).expect(200);
      await accounts.service.request
        .get(path)
        .set(...bearer(accessToken))
        .expect(200);
      for (const header of [
        'Basic YTpi',
        accessToken,
        'Bearer',
        'Bearer ',
        `Token ${accessToken}`,
      ]) {
        await accounts.service.request.get(path).set('authorization', header).expect(401);
      }
    });

    it('has the role and standing that the database says now', async () => {
      const [anna, kitty] = [await join(), await join()];
      const give = (token: string) =>
        accounts.service.request
          .put(`/api/v1/users/${kitty.user.username}/role`)
          .set(...bearer(token))
          .send({ role: 'moderator' });
      await accounts.service.request
        .put('/api/v1/users/x/role')
        .send({ role: 'admin' })
        .expect(401);
      await give(anna.accessToken).expect(403);
      await setUser(anna, `role = 'admin'`);
      expect((await give(anna.accessToken).expect(200)).body).toMatchObject({
        id: kitty.user.id,
        role: 'moderator',
      });
      await setUser(anna, `role = 'moderator'`);
      await give(anna.accessToken).expect(403);
    });

    it('of a deleted account opens nothing', async () => {
      const anna = await join();
      await accounts.database.query('delete from users where id = $1', [anna.user.id]);
      await getMe(anna.accessToken).expect(401);
      await refresh(anna.refreshToken).expect(401);
    });

    it('of a banned account opens its own data, signing in and out, and what guests read', async () => {
      const [anna, kitty] = [await join(), await join()];
      await setUser(anna, `standing = 'banned'`);
      expect((await getMe(anna.accessToken).expect(200)).body.standing).toBe('banned');
      const closed = await accounts.service.request
        .patch('/api/v1/users/me')
        .set(...bearer(anna.accessToken))
        .send({ displayName: 'Anna the banned' })
        .expect(403);
      expect(closed.body.type).toBe('/problems/banned');
      for (const [{ user }, status] of [
        [kitty, 200],
        [anna, 404],
      ] as const) {
        await accounts.service.request
          .get(`/api/v1/users/${user.username}`)
          .set(...bearer(anna.accessToken))
          .expect(status);
      }
      const login = { login: anna.user.username, password: PASSWORD };
      const again: SignedIn = (await post('login', login).expect(200)).body;
      await refresh(again.refreshToken).expect(200);
      await accounts.service.request
        .post('/api/v1/auth/logout')
        .set(...bearer(again.accessToken))
        .expect(204);
    });
  });
});

/** Another text for the same bytes: the last character of a signature has two spare bits. */
function respelled(token: string): string {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = LETTERS.indexOf(token.at(-1)!);
  const other = token.slice(0, -1) + LETTERS[last ^ 1];
  const bytes = (text: string) => Buffer.from(text.split('.')[2], 'base64url');
  expect(bytes(other)).toEqual(bytes(token));
  return other;
}
