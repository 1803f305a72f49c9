import { Accounts, PASSWORD } from '../support/accounts.js';

describe('sessions', () => {
  const accounts = new Accounts();
  const { bearer, getMe, join, post, refresh, sessionOf } = accounts;
  beforeAll(() => accounts.open());
  afterAll(() => accounts.close());

  describe('a refresh token', () => {
    it('is taken once and answered with its successor', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken).expect(200)).body;
      expect(second.user).toEqual(first.user);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      await getMe(second.accessToken).expect(200);
      const third = (await refresh(second.refreshToken).expect(200)).body;
      expect(third.refreshToken).not.toBe(second.refreshToken);
    });

    it('gets the same successor again while that is unused', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken).expect(200)).body;
      const again = (await refresh(first.refreshToken).expect(200)).body;
      expect(again.refreshToken).toBe(second.refreshToken);
      await refresh(second.refreshToken).expect(200);
    });

    it('presented by many at once gets one successor', async () => {
      const first = await join();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => refresh(first.refreshToken)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
      expect(await sessionOf(first)).toEqual({ revoked_because: null, generation: 2 });
    });

    it('whose successor was used ends the whole session', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken)).body;
      const third = (await refresh(second.refreshToken)).body;
      const reuse = await refresh(first.refreshToken).expect(401);
      expect(reuse.body.type).toBe('/problems/refresh-token-reused');
      await refresh(third.refreshToken).expect(401);
      await getMe(third.accessToken).expect(401);
      expect(await sessionOf(first)).toMatchObject({ revoked_because: 'reuse' });
      expect(
        await accounts.database.query('select type from signals where user_id = $1', [
          first.user.id,
        ]),
      ).toEqual([{ type: 'session.revoked' }]);
    });

    it('gets the same successor however late it comes again', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken)).body;
      await accounts.database.query(
        `update sessions set rotated_at = now() - interval '20 days' where user_id = $1`,
        [first.user.id],
      );
      const again = (await refresh(first.refreshToken).expect(200)).body;
      expect(again.refreshToken).toBe(second.refreshToken);
      await refresh(again.refreshToken).expect(200);
    });

    it('is taken also by a database that has lost the last rotation', async () => {
      const first = await join();
      const second = (await refresh(first.refreshToken)).body;
      await accounts.database.query('update sessions set generation = 1 where user_id = $1', [
        first.user.id,
      ]);
      const third = (await refresh(second.refreshToken).expect(200)).body;
      await refresh(third.refreshToken).expect(200);
      expect(await sessionOf(first)).toEqual({ revoked_because: null, generation: 4 });
    });

    it('leaves the other sessions of its user alone', async () => {
      const first = await join();
      const other = (await post('login', { login: first.user.username, password: PASSWORD })).body;
      const second = (await refresh(first.refreshToken)).body;
      await refresh(second.refreshToken);
      await refresh(first.refreshToken).expect(401);
      await getMe(other.accessToken).expect(200);
      await refresh(other.refreshToken).expect(200);
    });

    it('is worth nothing 30 days after the sign-in, however often it was refreshed', async () => {
      const first = await join();
      const lifetime = async () => {
        const [{ days }] = await accounts.database.query<{ days: string }>(
          `select (expires_at - created_at)::text as days from sessions where user_id = $1`,
          [first.user.id],
        );
        return days;
      };
      expect(await lifetime()).toBe('30 days');
      first.refreshToken = (await refresh(first.refreshToken).expect(200)).body.refreshToken;
      expect(await lifetime()).toBe('30 days');
      await accounts.database.query('update sessions set expires_at = now() where user_id = $1', [
        first.user.id,
      ]);
      await refresh(first.refreshToken).expect(401);
      await getMe(first.accessToken).expect(401);
    });

    it('that is none of ours is refused', async () => {
      const { refreshToken, accessToken } = await join();
      const turned =
        refreshToken.slice(0, 40) + (refreshToken[40] === 'A' ? 'B' : 'A') + refreshToken.slice(41);
      for (const token of ['', 'x', accessToken, turned, refreshToken.slice(1)]) {
        const answer = await refresh(token).expect(401);
        expect(answer.body.type).toBe('/problems/invalid-refresh-token');
      }
      await refresh(refreshToken).expect(200);
    });
  });

  describe('logging out', () => {
    it('ends the session, and may be repeated', async () => {
      const anna = await join();
      const logout = () =>
        accounts.service.request.post('/api/v1/auth/logout').set(...bearer(anna.accessToken));
      await logout().expect(204);
      await logout().expect(204);
      await getMe(anna.accessToken).expect(401);
      await refresh(anna.refreshToken).expect(401);
      expect(
        await accounts.database.query('select type from signals where user_id = $1', [
          anna.user.id,
        ]),
      ).toEqual([{ type: 'session.revoked' }]);
    });

    it('asks for a token', async () => {
      await accounts.service.request.post('/api/v1/auth/logout').expect(401);
    });
  });
});
